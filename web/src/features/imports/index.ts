export { Imports } from './imports';
export { RunningImport } from './running-import';
