import type { Locale } from '@/i18n/routing';

const NBSP = '\u00a0';
const MINUS = '\u2212';

// Browsers claim Kazakh and carry no data for it, so the three languages are formatted here and nowhere by Intl:
// the server and the browser must print the same characters or hydration breaks.
const separators: Record<Locale, { group: string; decimal: string }> = {
  ru: { group: NBSP, decimal: ',' },
  kk: { group: NBSP, decimal: ',' },
  en: { group: ',', decimal: '.' },
};

const scales: Record<Locale, [thousand: string, million: string, billion: string]> = {
  ru: [`${NBSP}тыс.`, `${NBSP}млн`, `${NBSP}млрд`],
  kk: [`${NBSP}мың`, `${NBSP}млн`, `${NBSP}млрд`],
  en: ['K', 'M', 'B'],
};

const byteUnits: Record<Locale, [string, string, string, string]> = {
  ru: ['Б', 'КБ', 'МБ', 'ГБ'],
  kk: ['Б', 'КБ', 'МБ', 'ГБ'],
  en: ['B', 'KB', 'MB', 'GB'],
};

/** How many digits follow the decimal separator: fewer than `min` are filled with zeros, more than `max` are rounded. */
export interface Fraction {
  min: number;
  max: number;
}

/** Prints a number or an exact decimal string; strings never pass through a float. */
export function formatNumber(locale: Locale, value: number | string, fraction: Fraction = { min: 0, max: 2 }): string {
  const parts = splitDecimal(value, fraction.max);
  if (parts === undefined) return '—';
  const { group, decimal } = separators[locale];
  const whole = parts.whole.replace(/\B(?=(\d{3})+$)/g, group);
  const digits = trimZeros(parts.fraction, fraction.min);
  return (parts.negative ? MINUS : '') + whole + (digits === '' ? '' : decimal + digits);
}

/** 1250000 → "1,3 млн": for axes and tiles where the exact number stands beside or on hover. */
export function formatCompact(locale: Locale, value: number): string {
  const size = Math.abs(value);
  const [thousand, million, billion] = scales[locale];
  const print = (divisor: number, unit: string) => formatNumber(locale, value / divisor, { min: 0, max: 1 }) + unit;
  if (size >= 1e9) return print(1e9, billion);
  if (size >= 1e6) return print(1e6, million);
  if (size >= 1e4) return print(1e3, thousand);
  return formatNumber(locale, value, { min: 0, max: size < 10 ? 2 : 0 });
}

/** A ratio as a percentage: 0.4123 → "41,2 %". */
export function formatPercent(locale: Locale, ratio: number, fraction: Fraction = { min: 1, max: 1 }): string {
  return formatNumber(locale, ratio * 100, fraction) + (locale === 'en' ? '%' : `${NBSP}%`);
}

/** Puts the currency sign where the language expects it. */
export function withSign(locale: Locale, printed: string, sign: string): string {
  if (locale !== 'en') return `${printed}${NBSP}${sign}`;
  return printed.startsWith(MINUS) ? MINUS + sign + printed.slice(1) : sign + printed;
}

export function formatBytes(locale: Locale, bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10));
  const unit = byteUnits[locale][power] ?? '';
  return formatNumber(locale, bytes / 1024 ** power, { min: 0, max: power === 0 ? 0 : 1 }) + NBSP + unit;
}

function splitDecimal(value: number | string, digitsMax: number) {
  const text = typeof value === 'number' ? value.toFixed(digitsMax) : value.trim();
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const scaled = roundHalfUp(whole, fraction, digitsMax).padStart(digitsMax + 1, '0');
  return {
    negative: sign === '-' && /[1-9]/.test(scaled),
    whole: digitsMax === 0 ? scaled : scaled.slice(0, -digitsMax),
    fraction: digitsMax === 0 ? '' : scaled.slice(-digitsMax),
  };
}

function roundHalfUp(whole: string, fraction: string, digitsMax: number): string {
  const kept = BigInt(whole + fraction.slice(0, digitsMax).padEnd(digitsMax, '0'));
  return String((fraction[digitsMax] ?? '0') >= '5' ? kept + 1n : kept);
}

function trimZeros(fraction: string, digitsMin: number): string {
  let end = fraction.length;
  while (end > digitsMin && fraction[end - 1] === '0') end -= 1;
  return fraction.slice(0, end);
}
