'use client';

import { useMessages } from 'next-intl';

/** A refusal in the language of the page; one the page has no words for speaks for itself. */
export function useRefusalText(): (refusal: { code: string; message: string }) => string {
  const texts: Record<string, string> = useMessages().refusals;
  return ({ code, message }) => texts[code] ?? message;
}
