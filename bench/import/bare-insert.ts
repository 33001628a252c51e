import { readFile } from 'node:fs/promises';
import { Pool } from 'pg';

/** As many lines as a chunk of the import, and as many requests at once. */
const ROWS_PER_STATEMENT = 1_000;
const IN_FLIGHT = 3;

/** Lines a second that the same Postgres and client take of the same file into one table, as text and unchecked. */
export async function bareInsertRate(url: string, file: string): Promise<number> {
  const pool = new Pool({ connectionString: url, max: IN_FLIGHT });
  await pool.query('create table bare_line (n bigserial primary key, cells text[])');
  const startedMs = performance.now();
  let lines = 0;
  let rows: string[] = [];
  const underway: Promise<unknown>[] = [];
  const send = async (): Promise<void> => {
    const sql = "insert into bare_line (cells) select string_to_array(line, ',') from unnest($1::text[]) as line";
    underway.push(pool.query(sql, [rows]));
    rows = [];
    if (underway.length >= IN_FLIGHT) await underway.shift();
  };
  for (const line of (await readFile(file, 'utf8')).trimEnd().split('\n')) {
    rows.push(line);
    lines += 1;
    if (rows.length === ROWS_PER_STATEMENT) await send();
  }
  await send();
  await Promise.all(underway);
  const seconds = (performance.now() - startedMs) / 1_000;
  await pool.query('drop table bare_line');
  await pool.end();
  return lines / seconds;
}
