/** What one field can be searched for, in the order in which a text is tried by eye. */
export const searchKinds = ['number', 'card'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What a typed text most likely is: a card, else the number of a receipt. */
export function guessKind(text: string): SearchKind {
  return /^\d{12,19}$/.test(text.replace(/\s/g, '')) ? 'card' : 'number';
}

/** The kind that was chosen, or the guess when none was. */
export function kindOf(text: string, chosen: string | undefined): SearchKind {
  return searchKinds.find((kind) => kind === chosen) ?? guessKind(text);
}
