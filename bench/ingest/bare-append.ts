import { DuckDBInstance } from '@duckdb/node-api';

const BATCH = 1_500;

/** Lines a second that DuckDB's own appender puts into a bare table of a file: no events, no checks, no receipts. */
export async function bareAppendRate(path: string, lines: number): Promise<number> {
  const instance = await DuckDBInstance.create(path, { threads: '2' });
  const connection = await instance.connect();
  await connection.run(`create table bare (receipt varchar, line integer, sku varchar, name varchar, category varchar,
    brand varchar, day varchar, quantity bigint, price bigint, discount bigint, amount bigint, earned bigint)`);
  const startedMs = performance.now();
  for (let first = 0; first < lines; first += BATCH) {
    await connection.run('begin');
    const appender = await connection.createAppender('bare');
    for (let line = first; line < Math.min(lines, first + BATCH); line += 1) {
      appender.appendVarchar(`receipt-${line}`);
      appender.appendInteger(line % 3);
      for (const word of ['sku', 'name', 'category', 'brand', '2026-11-22'])
        appender.appendVarchar(`${word}-${line % 97}`);
      for (let amount = 0; amount < 5; amount += 1) appender.appendBigInt(BigInt(line + amount));
      appender.endRow();
    }
    appender.closeSync();
    await connection.run('commit');
  }
  const seconds = (performance.now() - startedMs) / 1_000;
  connection.closeSync();
  instance.closeSync();
  return lines / seconds;
}
