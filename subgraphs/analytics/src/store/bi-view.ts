import type { Table } from './tables';

/** A view with a stable name and columns, for tools that read with SQL. It only ever gains columns. */
export interface BiView {
  readonly name: string;
  readonly description: string;
  readonly of: Table;
  /** Facts have months; snapshots are told as they are now. */
  readonly hasMonths: boolean;
  readonly columns: readonly BiColumn[];
}

export interface BiColumn {
  readonly name: string;
  /** In the common subset, over a row `f`. */
  readonly sql: (rows: Rows) => string;
  readonly description: string;
}

/** How an engine reads the rows `f` that count of a table. */
type Rows = (table: string) => string;

/** A column: its SQL is that of its name, unless said otherwise. */
export type Described = readonly [name: string, description: string, sql?: string | BiColumn['sql']];
export const columns = (...described: readonly Described[]): BiColumn[] =>
  described.map(([name, description, sql = `f.${name}`]) => ({
    ...{ name, description, sql: typeof sql === 'string' ? () => sql : sql },
  }));

/** Whose a row is: of who has left only totals stay. */
export const unlessLeft =
  (isKnown = 'true'): BiColumn['sql'] =>
  (rows) =>
    `if(${isKnown} AND f.member_id NOT IN (SELECT f.member_id FROM ${rows('members')} WHERE f.status = 'CLOSED'), f.member_id, NULL)`;

/** How a view is made; `rights` says by whose rights it reads, where an engine knows any. */
export function createView({ name, of, columns: all }: BiView, rows: Rows, rights = ''): string {
  const listed = all.map(({ name: column, sql }) => `${sql(rows)} AS ${column}`).join(', ');
  return `CREATE OR REPLACE VIEW ${name} ${rights} AS SELECT ${listed} FROM ${rows(of.name)}`;
}
