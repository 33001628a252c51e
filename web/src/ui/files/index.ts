export { canChooseFile, chosenTarget, downloadTarget, type FileTarget } from './file-target';
export { fileTypes, openRowFile, type FileRow, type RowFormat } from './row-file';
