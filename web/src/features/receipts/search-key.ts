/** What one field can be searched for, in the order in which a text is tried by eye. */
export const searchKinds = ['number', 'card', 'phone'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** What a typed text most likely is: a telephone, a card, else the number of a receipt. */
export function guessKind(text: string): SearchKind {
  const digits = text.replace(/[\s()-]/g, '');
  if (/^\+\d{6,15}$/.test(digits) || /^[78]\d{10}$/.test(digits)) return 'phone';
  return /^\d{12,19}$/.test(digits) ? 'card' : 'number';
}

/** The kind that was chosen, or the guess when none was. */
export function kindOf(text: string, chosen: string | undefined): SearchKind {
  return searchKinds.find((kind) => kind === chosen) ?? guessKind(text);
}
