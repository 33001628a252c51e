'use client';

import { useTranslations } from 'next-intl';
import { useStoreOptions } from '@/features/stores';
import { useFmt } from '@/fmt';

/** Prints a value in its metric's unit: exact for tables and tooltips, short for axes. */
export function usePrintValue(unit: string) {
  const fmt = useFmt();
  const exact = (value: number): string => {
    if (unit === 'MONEY') return fmt.moneyWhole(value);
    if (unit === 'RATIO') return fmt.percent(value);
    return unit === 'POINTS' ? fmt.pointsWhole(value) : fmt.number(value, 2);
  };
  return { exact, short: (value: number) => (unit === 'RATIO' ? fmt.percent(value) : fmt.compact(value)) };
}

/** Names a value of a dimension: a store by its name, a blank as unknown. */
export function useDimensionValue(dimension: string | undefined): (value: string) => string {
  const t = useTranslations('metrics');
  const stores = useStoreOptions();
  return (value) => {
    if (value === '') return t('unknown');
    if (dimension === 'store') return stores.find((store) => store.value === value)?.label ?? value;
    if (dimension === 'identified') return value === 'true' ? t('identified') : t('anonymous');
    return value;
  };
}
