import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, in tabular figures. */
  numeric?: boolean;
  /** Text that may break into lines. */
  wrap?: boolean;
  /** Left out where the table is narrow. */
  secondary?: boolean;
  /** Not shown until chosen. */
  hidden?: boolean;
  /** Stands under the rows: of all of them, not only of those that are seen. */
  total?: ReactNode;
  /** What the name means, on hover. */
  definition?: string;
  /** Lets the rows be ordered by this column; `sorted` says how they are now. */
  onSort?: () => void;
  sorted?: 'ascending' | 'descending' | undefined;
  /** The cell in an exported file; a column without it is not exported. */
  csv?: (row: Row) => string;
}
