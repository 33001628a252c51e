import { formatMilli, formatMinor } from './minor';

/** Languages in which amounts are written to people. */
export type WrittenLanguage = 'ru' | 'kk' | 'en';

/** Never broken at the end of a line, and known to the code pages of receipt printers. */
const SPACE = '\u00a0';
const MINUS = '\u2212';
const SIGNS: Readonly<Record<string, string>> = { KZT: '₸', RUB: '₽', UAH: '₴', USD: '$', EUR: '€', GBP: '£' };

/**
 * What stands between thousands and before decimals. No Intl: its Kazakh data is missing from browsers and some builds of Node, and
 * a receipt, a mail and a screen must say the same characters everywhere.
 */
export const SEPARATORS: Readonly<Record<WrittenLanguage, { readonly group: string; readonly decimal: string }>> = {
  ru: { group: SPACE, decimal: ',' },
  kk: { group: SPACE, decimal: ',' },
  en: { group: ',', decimal: '.' },
};

/** "KZT" → "₸"; the code itself where we have no sign. */
export const currencySign = (currency: string): string => SIGNS[currency] ?? currency;

/** 1250050 → "12 500,50"; whole amounts go without decimals: "12 500". */
export const writeAmount = (minor: bigint, language: WrittenLanguage): string =>
  writeDecimal(formatMinor(minor).replace(/\.00$/, ''), language);

/** 549850 → "5 498,50 ₸". */
export const writeMoney = (minor: bigint, language: WrittenLanguage, currency: string): string =>
  `${writeAmount(minor, language)}${SPACE}${currencySign(currency)}`;

/** 1250 thousandths → "1,25". */
export const writeQuantity = (milli: bigint, language: WrittenLanguage): string =>
  writeDecimal(formatMilli(milli), language);

/** An exact decimal string as readers of the language expect it. */
function writeDecimal(text: string, language: WrittenLanguage): string {
  const [whole = '', decimals] = text.replace('-', MINUS).split('.');
  const { group, decimal } = SEPARATORS[language];
  return whole.replace(/\B(?=(\d{3})+$)/g, group) + (decimals === undefined ? '' : decimal + decimals);
}
