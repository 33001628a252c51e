import {
  BIGINT,
  BOOLEAN,
  DATE,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBTimestampValue,
  DuckDBUUIDValue,
  INTEGER,
  LIST,
  listValue,
  TIMESTAMP,
  UUID,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { TABLES } from '../all-tables';
import type { Facts } from '../analytics-store';
import { columnName, lines, LINES_OF_RECEIPT, receipts, type ColumnType, type Table } from '../tables';

/** What the engine takes at once. */
const CHUNK_ROWS = 2_048;
const DAY_MS = 86_400_000;

const TYPES: Record<ColumnType, DuckDBType> = {
  text: VARCHAR,
  word: VARCHAR,
  words: LIST(VARCHAR),
  uuid: UUID,
  int: INTEGER,
  long: BIGINT,
  longOrNull: BIGINT,
  flag: BOOLEAN,
  day: DATE,
  dayOrNull: DATE,
  instant: TIMESTAMP,
  instantOrNull: TIMESTAMP,
};

/** Receipts of a batch are numbered; its lines name the number and are told only what their receipt does not say. */
const OWN_OF_LINES = Object.keys(lines.columns).filter((field) => !LINES_OF_RECEIPT.some((name) => name === field));

/** Makes the temporary tables in which rows are compared with what is there. They live in memory, on this connection. */
export async function createStaging(connection: DuckDBConnection): Promise<void> {
  for (const { name } of TABLES) await connection.run(`CREATE TEMP TABLE staged_${name} AS FROM ${name} LIMIT 0`);
  await connection.run('ALTER TABLE staged_receipts ADD COLUMN staged_no INTEGER');
  await connection.run(
    `CREATE TEMP TABLE told_lines AS SELECT 0::INTEGER AS staged_no, ${OWN_OF_LINES.map(columnName).join(', ')} FROM lines LIMIT 0`,
  );
}

/** Replaces what is staged for a table. */
export async function stage(connection: DuckDBConnection, table: Table, rows: readonly object[]): Promise<void> {
  await fill(connection, `staged_${table.name}`, fieldsOf(table), rows as readonly Fields[]);
}

/** Replaces what is staged of receipts; `stageLines` then adds the lines of those that were left staged. */
export async function stageReceipts(connection: DuckDBConnection, facts: Facts): Promise<void> {
  const numbers = new Map(facts.receipts.map(({ receiptId }, index) => [receiptId, index]));
  const number: Field = {
    type: 'int',
    of: (row) => numbers.get(row['receiptId'] as string) ?? null,
  };
  await fill(connection, 'staged_receipts', [...fieldsOf(receipts), number], facts.receipts);
  const own = fieldsOf({ ...lines, columns: pick(lines.columns, OWN_OF_LINES) });
  await fill(connection, 'told_lines', [number, ...own], facts.lines);
}

/** Replaces what is staged of lines by those told of the receipts that are staged. */
export async function stageLines(connection: DuckDBConnection): Promise<void> {
  const columns = Object.keys(lines.columns).map(
    (field) => `${OWN_OF_LINES.includes(field) ? 'l' : 'r'}.${columnName(field)}`,
  );
  await connection.run('TRUNCATE staged_lines');
  await connection.run(
    `INSERT INTO staged_lines SELECT ${columns.join(', ')} FROM told_lines AS l JOIN staged_receipts AS r USING (staged_no)`,
  );
}

type Fields = Readonly<Record<string, unknown>>;

/** Where a column's values come from. */
interface Field {
  readonly type: ColumnType;
  of(row: Fields): unknown;
}

const fieldsOf = ({ columns }: Pick<Table, 'columns'>): Field[] =>
  Object.entries(columns).map(([field, type]) => ({ type, of: (row) => row[field] }));

/** By column, many rows at a time: to enter the engine costs more than a value does. */
async function fill(
  connection: DuckDBConnection,
  table: string,
  fields: readonly Field[],
  rows: readonly Fields[],
): Promise<void> {
  await connection.run(`TRUNCATE ${table}`);
  if (rows.length === 0) return;
  const types = fields.map(({ type }) => TYPES[type]);
  const write = engineValues();
  const appender = await connection.createAppender(table, 'main', 'temp');
  try {
    for (let first = 0; first < rows.length; first += CHUNK_ROWS) {
      const part = rows.slice(first, first + CHUNK_ROWS);
      const chunk = DuckDBDataChunk.create(types, part.length);
      for (const [index, { type, of }] of fields.entries())
        chunk.setColumnValues(
          index,
          part.map((row) => write[type](of(row))),
        );
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

type Write = (value: unknown) => DuckDBValue;

/** The engine's values; of texts that come again and again in a batch, made once each. What a value is, ColumnTypes says of its column. */
function engineValues(): Record<ColumnType, Write> {
  const asIs: Write = (value) => value as DuckDBValue;
  const long: Write = (value) => BigInt(value as number);
  const uuid = remembering((text) => DuckDBUUIDValue.fromUint128(BigInt(`0x${text.replaceAll('-', '')}`)));
  const day = remembering((text) => new DuckDBDateValue(Date.parse(`${text}T00:00:00Z`) / DAY_MS));
  const instant: Write = (value) => new DuckDBTimestampValue(BigInt((value as Date).getTime()) * 1_000n);
  return {
    ...{ text: asIs, word: asIs, int: asIs, flag: asIs, long, uuid, day, instant },
    // Most lists are empty: none is written as null.
    words: (value) => ((value as string[]).length === 0 ? null : listValue(value as string[])),
    longOrNull: orNull(long),
    dayOrNull: orNull(day),
    instantOrNull: orNull(instant),
  };
}

const orNull =
  (write: Write): Write =>
  (value) =>
    value === null ? null : write(value);

function remembering(make: (text: string) => DuckDBValue): Write {
  const known = new Map<unknown, DuckDBValue>();
  return (text) => {
    const found = known.get(text) ?? make(text as string);
    known.set(text, found);
    return found;
  };
}

function pick<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}
