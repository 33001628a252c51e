'use client';

import { useTranslations } from 'next-intl';
import { textAt, type Json, type JsonObject } from '@/features/draft';
import { useFmt } from '@/fmt';

/** Windows that are offered, by code: of the calendar its unit and how many before (or after) today's. */
export const windows = [
  'EVER',
  'LAST_DAYS',
  'WEEK_0',
  'WEEK_1',
  'MONTH_0',
  'MONTH_1',
  'QUARTER_0',
  'QUARTER_1',
  'YEAR_0',
  'YEAR_1',
  'BETWEEN',
] as const;
export const aheads = ['TODAY', 'DAYS', 'NEXT_WEEK_0', 'NEXT_WEEK_1', 'NEXT_MONTH_0', 'NEXT_MONTH_1'] as const;

const number = (json: Json | undefined): number => (typeof json === 'number' ? json : 0);

export const windowCode = (window: JsonObject): string =>
  window.kind === 'CALENDAR' ? `${textAt(window, 'unit')}_${number(window.ago)}` : textAt(window, 'kind');

export function aheadCode(window: JsonObject): string {
  const { kind, ahead, fromDays, toDays } = window;
  if (kind === 'CALENDAR') return `NEXT_${textAt(window, 'unit')}_${number(ahead)}`;
  return fromDays === 0 && toDays === 0 ? 'TODAY' : 'DAYS';
}

/** The window of a code, with good values in it. */
export function toWindow(code: string, today: string): JsonObject {
  const [, next, unit = '', steps = ''] = /^(NEXT_)?(\w+)_(\d)$/.exec(code) ?? [];
  if (unit !== '') return { kind: 'CALENDAR', unit, [next === undefined ? 'ago' : 'ahead']: Number(steps) };
  if (code === 'LAST_DAYS') return { kind: code, days: 30 };
  if (code === 'BETWEEN') return { kind: code, from: `${today.slice(0, 7)}-01`, to: today };
  if (code === 'TODAY') return { kind: 'DAYS', fromDays: 0, toDays: 0 };
  if (code === 'DAYS') return { kind: 'DAYS', fromDays: 0, toDays: 7 };
  return { kind: 'EVER' };
}

/** A window, back or ahead, in words. */
export function useSayWindow(): (window: JsonObject) => string {
  const t = useTranslations('segmentRows.windows');
  const fmt = useFmt();
  return (window) => {
    const { kind, days, fromDays, toDays } = window;
    if (kind === 'LAST_DAYS') return t('lastDays', { n: fmt.number(number(days)) });
    if (kind === 'BETWEEN') return `${fmt.date(textAt(window, 'from'))} – ${fmt.date(textAt(window, 'to'))}`;
    const code = 'ahead' in window || kind === 'DAYS' ? aheadCode(window) : windowCode(window);
    if (code === 'DAYS') return t('inDays', { from: fmt.number(number(fromDays)), to: fmt.number(number(toDays)) });
    if ([...windows, ...aheads].includes(code as 'EVER')) return t(code as 'EVER');
    const steps = number(window.ago ?? window.ahead);
    return t(window.ahead === undefined ? 'ago' : 'ahead', {
      unit: t(`${textAt(window, 'unit')}_0` as 'WEEK_0'),
      n: fmt.number(steps),
    });
  };
}
