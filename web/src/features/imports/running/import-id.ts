/**
 * The id of an import comes from its content: the same file sent twice is the same import, so that opening balances,
 * which have no id of their own, are booked once. The operator's command names a file in the same way.
 */
export async function importIdOf(file: File, about: string): Promise<string> {
  const prefix = new TextEncoder().encode(about);
  const content = new Uint8Array(await file.arrayBuffer());
  const whole = new Uint8Array(prefix.length + content.length);
  whole.set(prefix);
  whole.set(content, prefix.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 32)}-0`;
}
