import { DateTime } from 'luxon';
import type { Language } from '../contacts';

/** How amounts and dates are written to members. */
export interface Formats {
  /** ISO 4217. */
  readonly currency: string;
  readonly timeZone: string;
}

const SYMBOLS: Record<string, string> = { KZT: '₸', RUB: '₽', UAH: '₴', USD: '$', EUR: '€' };
/** Never broken at the end of a line. */
const SPACE = '\u00a0';

// No Intl: its Kazakh data is missing from some builds of Node, and Russian has no sign for the tenge.
const SEPARATORS: Record<Language, { readonly thousands: string; readonly decimal: string }> = {
  ru: { thousands: SPACE, decimal: ',' },
  kk: { thousands: SPACE, decimal: ',' },
  en: { thousands: ',', decimal: '.' },
};

/** 1250050 → "12 500,50 ₸"; whole amounts go without decimals. */
export function formatMoney(minor: number, language: Language, formats: Formats): string {
  return `${formatAmount(minor, language)}${SPACE}${SYMBOLS[formats.currency] ?? formats.currency}`;
}

/** Points or money without a unit: 6250 → "62,50", 6200 → "62". */
export function formatAmount(minor: number, language: Language): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  const [whole, cents] = [digits.slice(0, -2), digits.slice(-2)];
  return withSign(minor, group(whole, language) + (cents === '00' ? '' : SEPARATORS[language].decimal + cents));
}

/** 1250 thousandths → "1,25". */
export function formatQuantity(milli: number, language: Language): string {
  const digits = String(Math.abs(milli)).padStart(4, '0');
  const fraction = digits.slice(-3).replace(/0+$/, '');
  return withSign(milli, group(digits.slice(0, -3), language) + (fraction && SEPARATORS[language].decimal + fraction));
}

/** An RFC 3339 instant → "22.11.2026" in the chain's time zone. */
export function formatDay(instant: string, formats: Formats): string {
  return inZone(instant, formats).toFormat('dd.MM.yyyy');
}

/** The last day before an instant: what expires at midnight is good until the day before. */
export function formatLastDay(instant: string, formats: Formats): string {
  return inZone(instant, formats).minus(1).toFormat('dd.MM.yyyy');
}

/** An RFC 3339 instant → "22.11.2026 15:04" in the chain's time zone. */
export function formatInstant(instant: string, formats: Formats): string {
  return inZone(instant, formats).toFormat('dd.MM.yyyy HH:mm');
}

function inZone(instant: string, formats: Formats): DateTime {
  return DateTime.fromISO(instant, { zone: formats.timeZone });
}

function group(whole: string, language: Language): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, SEPARATORS[language].thousands);
}

function withSign(value: number, text: string): string {
  return value < 0 ? `−${text}` : text;
}
