import type { Locale } from '@/i18n/routing';
import { clockIn, formatDuration, formatLocalDate, formatMonth, formatRelative, type LocalDate } from './dates';
import { formatBytes, formatCompact, formatNumber, formatPercent, withSign } from './numbers';

/** What a deployment fixes: the programme's currency and the chain's time zone. */
export interface FmtSettings {
  locale: Locale;
  currency: string;
  timeZone: string;
}

export type Fmt = ReturnType<typeof createFmt>;

const currencySigns: Record<string, string> = { KZT: '₸', RUB: '₽', UAH: '₴', USD: '$', EUR: '€', GBP: '£' };
const whole = { min: 0, max: 0 };
const exact = { min: 2, max: 2 };

/** Everything the screens print as a number, an amount or a date goes through here, in all three languages. */
export function createFmt({ locale, currency, timeZone }: FmtSettings) {
  const sign = currencySigns[currency] ?? currency;
  const at = (instant: string | number | Date) => clockIn(timeZone, instant);
  return {
    locale,
    timeZone,
    currencySign: sign,
    number: (value: number | string, digitsMax = 2) => formatNumber(locale, value, { min: 0, max: digitsMax }),
    compact: (value: number) => formatCompact(locale, value),
    percent: (ratio: number) => formatPercent(locale, ratio),
    /** Exact to the tiyn: tables, receipts, books. */
    money: (value: string | number) => withSign(locale, formatNumber(locale, value, exact), sign),
    /** Without tiyn: tiles and charts. */
    moneyWhole: (value: string | number) => withSign(locale, formatNumber(locale, value, whole), sign),
    moneyCompact: (value: number) => withSign(locale, formatCompact(locale, value), sign),
    points: (value: string | number) => formatNumber(locale, value, exact),
    /** What points changed by: "+500,00", "−500,00", and a dash for no change. */
    pointsSigned: (value: string) => {
      if (Number(value) === 0) return '—';
      return (value.startsWith('-') ? '' : '+') + formatNumber(locale, value, exact);
    },
    pointsWhole: (value: string | number) => formatNumber(locale, value, whole),
    bytes: (value: number) => formatBytes(locale, value),
    duration: formatDuration,
    /** A calendar day (`2026-11-22`) or an instant, as dd.MM.yyyy in the chain's time zone. */
    date: (value: LocalDate | number | Date) =>
      formatLocalDate(typeof value === 'string' && value.length === 10 ? value : at(value).date),
    dateTime: (instant: string | number | Date) => {
      const { date, time } = at(instant);
      return `${formatLocalDate(date)} ${time.slice(0, 5)}`;
    },
    time: (instant: string | number | Date) => at(instant).time.slice(0, 5),
    dayMonth: (date: LocalDate) => formatLocalDate(date).slice(0, 5),
    month: (date: LocalDate) => formatMonth(locale, date),
    relative: (instant: string, now: number) => formatRelative(locale, instant, now),
    today: (now: number): LocalDate => at(now).date,
  };
}
