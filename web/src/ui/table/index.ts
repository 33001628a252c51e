export type { Column } from './column';
export { ColumnChooser, useChosenColumns } from './column-chooser';
export { DataTable } from './data-table';
export { ExportButton, exportPageSize } from './export-button';
export { KeysetPager } from './keyset-pager';
