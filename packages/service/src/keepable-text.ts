import { badInput } from './access';

/** True when the database can keep the text: it has no zero byte and no half of a surrogate pair. */
export function isKeepable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** How JSON and GraphQL write what cannot be kept; a body without is not looked through. */
const SUSPICIOUS = /\\u(?:0000|d[89a-f]|\{0)/i;
const ZERO_IN_DOCUMENT = /\0|\\u(?:0000|\{0+\})/;
/** Rows of a file are judged one by one: a bad one comes back and the others land. */
const CELL = /^variables\.\w+\.rows\.\d+\.values\.\d+$/;

/** Throws BAD_USER_INPUT, with the place, when a GraphQL request brings text that no database keeps. */
export function requireKeepableTexts(body: unknown, json: string): void {
  if (!SUSPICIOUS.test(json) || typeof body !== 'object' || body === null) return;
  const { query, variables } = body as Readonly<Record<string, unknown>>;
  const document = typeof query === 'string' && ZERO_IN_DOCUMENT.test(query) ? 'The document' : null;
  const place = document ?? placeOf(variables, 'variables')?.replace('variables.', '');
  if (place) throw badInput(`${place} has a character that cannot be kept: a zero byte or half of a surrogate pair.`);
}

/** Where the first such text is: `variables.input.lines.0.sku`. */
function placeOf(value: unknown, path: string): string | null {
  if (typeof value === 'string') return isKeepable(value) || CELL.test(path) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, item] of Object.entries(value)) {
    const place = isKeepable(name) ? placeOf(item, `${path}.${name}`) : `A name in ${path}`;
    if (place) return place;
  }
  return null;
}
