const TEXT_OID = 25;
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;

/**
 * Texts as Postgres takes a `text[]` in binary: what is long is neither escaped here nor searched for escapes there, which costs both
 * sides more than reading it.
 */
export function textArray(texts: readonly (string | null)[]): Buffer {
  const bytes = texts.reduce((sum, text) => sum + LENGTH_BYTES + Buffer.byteLength(text ?? ''), HEADER_BYTES);
  const buffer = Buffer.allocUnsafe(bytes);
  // One dimension from 1; whether there are nulls is for Postgres to see.
  const header = texts.length === 0 ? [0, 0, TEXT_OID] : [1, 1, TEXT_OID, texts.length, 1];
  let at = header.reduce((end, word) => buffer.writeInt32BE(word, end), 0);
  for (const text of texts) {
    const length = text === null ? -1 : buffer.write(text, at + LENGTH_BYTES);
    at = buffer.writeInt32BE(length, at) + Math.max(length, 0);
  }
  return buffer.subarray(0, at);
}
