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
  /** The cell in an exported file; a column without it is not exported. */
  csv?: (row: Row) => string;
}
