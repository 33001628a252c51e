'use client';

import { useTranslations } from 'next-intl';
import { useStoreOptions } from '@/features/stores';
import { useFmt } from '@/fmt';
import { useEnumLabel } from '@/ui/use-enum-label';
import { usePromotionNames } from './use-promotion-names';

export interface Print {
  /** A value in its unit, for tables and hints. */
  value: (unit: string, value: number | null) => string;
  /** The same, for axes and narrow cells. */
  short: (unit: string, value: number) => string;
  /** A value of a dimension in the words of the page. */
  text: (unit: string, text: string | null) => string;
  /** The same under an axis, where there is little room. */
  tick: (unit: string, text: string | null) => string;
}

/** Prints what a report says in its units. */
export function usePrint(units: readonly string[] = []): Print {
  const t = useTranslations('report');
  const fmt = useFmt();
  const weekday = useEnumLabel('weekday');
  const stores = useStoreOptions();
  const promotions = usePromotionNames(units.includes('PROMOTION'));
  const known: Record<string, (text: string) => string> = {
    DATE: fmt.date,
    WEEK: (text) => t('weekOf', { day: fmt.date(text) }),
    MONTH: fmt.month,
    HOUR: (text) => `${fmt.dayMonth(text.slice(0, 10))} ${text.slice(11, 13)}:00`,
    HOUR_OF_DAY: (text) => `${text.padStart(2, '0')}:00`,
    WEEKDAY: weekday,
    STORE: (id) => stores.find(({ value }) => value === id)?.label ?? id,
    PROMOTION: (id) => promotions.get(id) ?? id,
  };
  const text: Print['text'] = (unit, value) => {
    if (value === '' || value === null) return unit === 'PROMOTION' ? t('programme') : t('unknown');
    return known[unit]?.(value) ?? value;
  };
  return {
    text,
    tick: (unit, value) => ((unit === 'DATE' || unit === 'WEEK') && value ? fmt.dayMonth(value) : text(unit, value)),
    value: (unit, value) => {
      if (value === null) return '—';
      if (unit === 'MONEY') return fmt.moneyWhole(value);
      if (unit === 'POINTS') return fmt.pointsWhole(value);
      if (unit === 'RATIO') return fmt.percent(value);
      return fmt.number(value, unit === 'COUNT' ? 0 : 2);
    },
    short: (unit, value) => (unit === 'RATIO' ? fmt.percent(value) : fmt.compact(value)),
  };
}
