import { stringify } from 'csv-stringify';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { OperatorError, type GatewayClient } from '../gateway-client';
import { showProgress } from '../progress';
import { coupons } from './coupons';
import type { ExportKind, ExportRow } from './export-kind';
import { balances, cards, members } from './members';
import { messages } from './messages';
import { products } from './products';
import { receipts } from './receipts';
import { segments } from './segments';
import { stores } from './stores';

/** What can be exported: the kinds that imports read, and what only goes out. */
export const EXPORTS = {
  ...{ stores, products, members, cards, receipts, balances, coupons },
  ...{ segments, messages },
} satisfies Record<string, ExportKind>;

/** A kind of export. */
export type ExportName = keyof typeof EXPORTS;

/** Streams a kind to a CSV file, gzipped when it is named .gz. The file is there only when it is whole. */
export async function runExport(
  client: GatewayClient,
  print: (line: string) => void,
  name: ExportName,
  file: string,
): Promise<boolean> {
  const kind: ExportKind = EXPORTS[name];
  await checkPermissions(client, name, kind.needs);
  const columns = [...(await kind.columns(client))];
  const part = `${file}.part`;
  const count = { rows: 0 };
  try {
    await pipeline([
      Readable.from(rowsOf(client, name, kind, count)),
      stringify({ header: true, columns }),
      ...(file.endsWith('.gz') ? [createGzip()] : []),
      createWriteStream(part),
    ]);
  } catch (error) {
    rmSync(part, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new OperatorError(`${file} cannot be written: ${(error as Error).message}`);
  }
  renameSync(part, file);
  print(`${file}: ${count.rows.toLocaleString('en')} rows of ${name}.`);
  return true;
}

async function* rowsOf(
  client: GatewayClient,
  name: string,
  kind: ExportKind,
  count: { rows: number },
): AsyncGenerator<ExportRow> {
  const progress = showProgress(name.padEnd(9));
  try {
    for await (const { rows, share } of kind.pages(client)) {
      yield* rows;
      count.rows += rows.length;
      progress.update(share, count.rows, `${count.rows.toLocaleString('en')} rows`);
    }
  } finally {
    progress.stop();
  }
}

/** A masked or partial file would be taken for the whole truth, and importing it would lose what it hides. */
async function checkPermissions(client: GatewayClient, name: string, needs: readonly string[]): Promise<void> {
  const { myPermissions } = await client.ask<{ myPermissions: string[] }>('{ myPermissions }');
  const missing = needs.filter((permission) => !myPermissions.includes(permission));
  if (missing.length === 0) return;
  throw new OperatorError(
    `Exporting ${name} needs the permission ${missing.join(', ')}, which this key does not have.`,
  );
}
