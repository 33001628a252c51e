export { saveBlob } from './csv';
export { openRowFile, type FileRow, type RowFile, type RowFormat } from './row-file';
