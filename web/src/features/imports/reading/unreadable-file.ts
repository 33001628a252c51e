/** A file that is no CSV at all; `code` names the sentence that says so. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: 'EMPTY' | 'HEADER_REPEATED' | 'UTF16' | 'SPREADSHEET',
    readonly detail = '',
  ) {
    super(`${code} ${detail}`);
  }
}
