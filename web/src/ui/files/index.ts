export { saveBlob } from './csv';
export { openRowFile, rowFormats, type RowFile, type RowFormat } from './row-file';
