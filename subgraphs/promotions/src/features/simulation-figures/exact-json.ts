/** JSON that keeps `bigint` exact, as `{ "$n": "123" }`. */
export const toExactJson = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? { $n: String(one) } : one));

/** Reads what `toExactJson` wrote. */
export const fromExactJson = <T>(text: string): T =>
  JSON.parse(text, (_, one: unknown) => (isExact(one) ? BigInt(one.$n) : one)) as T;

const isExact = (value: unknown): value is { $n: string } =>
  typeof value === 'object' && value !== null && '$n' in value && typeof value.$n === 'string';
