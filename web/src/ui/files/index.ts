export { saveBlob } from './csv';
export { openRowFile, type RowFile, type RowFormat } from './row-file';
