export { ExportDialog } from './export-dialog';
export { ExportHistory } from './export-history';
export { RunningExport } from './running-export';
