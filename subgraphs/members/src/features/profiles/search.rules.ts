import { normaliseEmail, normalisePhone } from '@adal/service';
import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js';
import { nameWords } from './member-fields.rules';

/** One way to find members. A name matches when each word begins some word of it. */
export type SearchTerm =
  | { readonly by: 'phone' | 'email' | 'card'; readonly match: 'prefix' | 'exact'; readonly value: string }
  | { readonly by: 'name'; readonly words: readonly string[] };

/** What reading a search depends on. */
export interface SearchOptions {
  /** Without it a contact must be known in full: prefixes would give it away digit by digit. */
  readonly personalData: boolean;
  readonly country: string;
}

/** Reads what was typed into the search field; a member that fits any of the terms is found. Null when it is blank. */
export function readSearch(typed: string | null | undefined, options: SearchOptions): readonly SearchTerm[] | null {
  const text = (typed ?? '').trim();
  if (text === '') return null;
  if (text.includes('@')) return emailTerms(text, options);
  if (/^\+?[\d\s()-]+$/.test(text)) return numberTerms(text, options);
  const words = nameWords(text);
  if (words.length === 0) return [];
  const code: SearchTerm[] = /^[\w.-]+$/.test(text)
    ? [{ by: 'card', match: 'prefix', value: text }, ...(options.personalData ? emailTerms(text, options) : [])]
    : [];
  return [{ by: 'name', words }, ...code];
}

function emailTerms(text: string, { personalData }: SearchOptions): SearchTerm[] {
  if (personalData) return [{ by: 'email', match: 'prefix', value: text.toLowerCase() }];
  const email = normaliseEmail(text);
  return email ? [{ by: 'email', match: 'exact', value: email }] : [];
}

function numberTerms(text: string, { personalData, country }: SearchOptions): SearchTerm[] {
  const digits = text.replace(/\D/g, '');
  const card: SearchTerm[] = text.startsWith('+') ? [] : [{ by: 'card', match: 'prefix', value: digits }];
  const phone = normalisePhone(text, country);
  if (phone) return [...card, { by: 'phone', match: 'exact', value: phone }];
  if (!personalData) return card;
  return [
    ...card,
    ...phonePrefixes(text, digits, country).map((value): SearchTerm => ({ by: 'phone', match: 'prefix', value })),
  ];
}

/** The beginnings of E.164 that typed digits may mean: international, national, national with the trunk 8 or 0. */
function phonePrefixes(text: string, digits: string, country: string): string[] {
  if (text.startsWith('+') || !isSupportedCountry(country)) return [`+${digits}`];
  const national = `+${getCountryCallingCode(country)}`;
  return [`+${digits}`, `${national}${digits}`, ...(/^[80]./.test(digits) ? [`${national}${digits.slice(1)}`] : [])];
}
