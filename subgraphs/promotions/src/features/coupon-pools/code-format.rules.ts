import { createHmac } from 'node:crypto';

/** Letters and digits that no eye and no keyboard takes for another: without 0, 1, I, L, O. */
export const ALPHABETS = {
  LETTERS_AND_DIGITS: '23456789ABCDEFGHJKMNPQRSTUVWXYZ',
  LETTERS: 'ABCDEFGHJKMNPQRSTUVWXYZ',
  DIGITS: '0123456789',
} as const;
export type AlphabetName = keyof typeof ALPHABETS;
export const ALPHABET_NAMES = Object.keys(ALPHABETS) as AlphabetName[];

/** How codes of a pool look: prefix, then so many random characters, then a check character. */
export interface CodeFormat {
  readonly prefix: string;
  readonly alphabet: AlphabetName;
  readonly length: number;
}

/** Codes are told apart by their last bits, so that no two batches make the same one; 0 is for codes made one by one. */
export const BATCHES_MAX = 15;
const LANES = BigInt(BATCHES_MAX + 1);
/** A guess that has the right form must not be right more often than once in so many. */
const GUESSES_PER_CODE_MIN = 1_000n;

/** How many different codes a format has. */
export const spaceOf = ({ alphabet, length }: CodeFormat): bigint =>
  BigInt(ALPHABETS[alphabet].length) ** BigInt(length);

/** The most codes that one batch may have. */
export const capacityOf = (format: CodeFormat): bigint => spaceOf(format) / (LANES * GUESSES_PER_CODE_MIN);

const CYRILLIC = new Map(
  Object.entries({ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X' }),
);

/** One spelling for a code: capitals, no blanks and dashes, and Latin where a Cyrillic keyboard has the same letter. */
export function normaliseCode(text: string): string {
  const plain = text.replace(/[\s\p{Cc}\p{Cs}\-‐‑–—]+/gu, '').toUpperCase();
  return Array.from(plain, (character) => CYRILLIC.get(character) ?? character).join('');
}

/** The character at the end, by which a mistyped code is told from an unknown one. */
function checkCharacter(alphabet: string, body: string): string {
  const digits = Array.from(body, (character) => alphabet.indexOf(character));
  const sum = digits.reduce((total, digit, position) => total + digit * weightOf(alphabet.length, position), 0);
  return alphabet[sum % alphabet.length] ?? '';
}

/** Weights have no divisor in common with the size: one wrong character always shows, and so do two swapped letters of a prime alphabet. */
function weightOf(size: number, position: number): number {
  return size === 10 ? ([1, 3, 7, 9][position % 4] ?? 1) : (position % (size - 1)) + 1;
}

/** The code with this number. */
export function codeOf(format: CodeFormat, value: bigint): string {
  const alphabet = ALPHABETS[format.alphabet];
  const size = BigInt(alphabet.length);
  let [body, rest] = ['', value];
  for (let place = 0; place < format.length; place += 1) {
    body = `${alphabet[Number(rest % size)] ?? ''}${body}`;
    rest /= size;
  }
  return `${format.prefix}${body}${checkCharacter(alphabet, body)}`;
}

/** A code for one occasion: the same secret and occasion always give the same one. */
export function codeFor(format: CodeFormat, secret: Buffer, occasion: string): string {
  const hash = createHmac('sha256', secret).update(occasion).digest();
  const lane = (hash.readBigUInt64BE(0) % (spaceOf(format) / LANES)) * LANES;
  return codeOf(format, lane);
}

export type CodeForm = 'WELL_FORMED' | 'MISTYPED' | 'FOREIGN';

/** Whether a code could be of this format; FOREIGN when it does not even look like it. */
export function formOf(format: CodeFormat, code: string): CodeForm {
  const alphabet = ALPHABETS[format.alphabet];
  if (!code.startsWith(format.prefix) || code.length !== format.prefix.length + format.length + 1) return 'FOREIGN';
  const body = code.slice(format.prefix.length, -1);
  if (Array.from(body).some((character) => !alphabet.includes(character))) return 'MISTYPED';
  return checkCharacter(alphabet, body) === code.at(-1) ? 'WELL_FORMED' : 'MISTYPED';
}

/** True when a code of one format could be one of the other. */
export function areAmbiguous(one: CodeFormat, other: CodeFormat): boolean {
  const sameLength = one.prefix.length + one.length === other.prefix.length + other.length;
  return sameLength && (one.prefix.startsWith(other.prefix) || other.prefix.startsWith(one.prefix));
}

/**
 * SQL of the codes number $2 to $3 - 1 of a batch of $4, by the secret $1: the space is cut into as many equal slices, each has one
 * code, and where in its slice a keyed hash says. So they are unique by construction, cannot be told from each other, and come in the order of
 * the index.
 */
export function codesSql(format: CodeFormat, batchNo: number): string {
  const alphabet = ALPHABETS[format.alphabet];
  const size = alphabet.length;
  const places = Array.from({ length: format.length }, (_, place) => place);
  const digits = places.map(
    (place) => `(value / ${BigInt(size) ** BigInt(format.length - 1 - place)} % ${size})::int as d${place}`,
  );
  const sum = places.map((place) => `${weightOf(size, place)} * d${place}`).join(' + ');
  const bytes = [...places.map((place) => `d${place}`), `(${sum}) % ${size}`].map(
    (digit) => `get_byte('${alphabet}'::bytea, ${digit})`,
  );
  // Byte by byte: to cut each character out of a text and join them again takes three times as long.
  const spelled = bytes.reduce(
    (before, byte, place) => `set_byte(${before}, ${place}, ${byte})`,
    `'${'0'.repeat(bytes.length)}'::bytea`,
  );
  const lanes = LANES.toString();
  const width = `(${spaceOf(format)} / $4::bigint / ${lanes})`;
  return `
    select '${format.prefix}' || convert_from(${spelled}, 'UTF8') as code
    from (
      select ${digits.join(', ')}
      from (
        select (n * ${width} + (('x' || encode(substr(sha256($1::bytea || int8send(n)), 1, 8), 'hex'))::bit(64)::bigint & 9223372036854775807)
          % ${width}) * ${lanes} + ${batchNo} as value
        from generate_series($2::bigint, $3::bigint - 1) n
        offset 0) numbered
      offset 0) spelled`;
}
