import { defineRouting } from 'next-intl/routing';

export const locales = ['ru', 'kk', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Each language under its own prefix, so that a link keeps its language; the choice is remembered in a cookie. */
export const routing = defineRouting({ locales, defaultLocale: 'ru', localePrefix: 'always', alternateLinks: false });

/** The language of a path such as `/kk/members`, or undefined when the path names none. */
export function localeOfPath(pathname: string): Locale | undefined {
  const first = pathname.split('/')[1];
  return locales.find((locale) => locale === first);
}
