export { ExportDialog } from './export-dialog';
export { ExportHistory } from './export-history';
