import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Socket } from 'node:net';
import { Client } from 'pg';

/** The connection of `pg`, as far as COPY needs it. */
interface CopyConnection {
  readonly stream: Socket;
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Copies a CSV file into a bare table of texts; the seconds it took. The table goes again. */
export async function copyFile(url: string, file: string, columns: readonly string[]): Promise<number> {
  const client = new Client(url);
  await client.connect();
  await client.query(`create table bare_row (${columns.map((column) => `"${column}" text`).join(', ')})`);
  const startedMs = performance.now();
  await copyInto(client, 'bare_row', file, 'header true');
  const seconds = (performance.now() - startedMs) / 1_000;
  await client.query('drop table bare_row');
  await client.end();
  return seconds;
}

/** Copies a CSV file into a table. */
export async function copyInto(client: Client, table: string, file: string, options = 'header false'): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const noRows = (): void => undefined;
    const copy = {
      submit: (connection: CopyConnection) => connection.query(`copy ${table} from stdin (format csv, ${options})`),
      handleCopyInResponse: (connection: CopyConnection) => void send(connection, file).catch(reject),
      handleCommandComplete: noRows,
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    };
    client.query(copy as never);
  });
}

async function send(connection: CopyConnection, file: string): Promise<void> {
  for await (const chunk of createReadStream(file)) {
    connection.sendCopyFromChunk(chunk as Buffer);
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
  }
  connection.endCopyFrom();
}
