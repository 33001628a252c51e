import type { NameOption } from './use-name-options';

/** Chosen earlier and gone since: still shown, still removable. */
export function withChosen(options: readonly NameOption[], chosen: readonly string[]): NameOption[] {
  const known = new Set(options.map(({ value }) => value));
  return [...options, ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: value }))];
}
