'use client';

import { useTranslations } from 'next-intl';
import type { NameSource } from '@/features/draft';
import { useNameOptions } from '@/features/sentence-rows/use-name-options';

export interface DimensionOption {
  value: string;
  label: string;
}

/** Where the values of a dimension are named. */
const sources: Record<string, NameSource> = {
  store: 'stores',
  city: 'storeCities',
  brand: 'brands',
  category: 'categories',
};

/** What a dimension can be filtered by; undefined when its values are not known here and may be typed. */
export function useDimensionOptions(dimension: string): DimensionOption[] | undefined {
  const t = useTranslations('metrics');
  const source = sources[dimension];
  // Something is asked in any case: the names of cities come with the stores.
  const options = useNameOptions(source ?? 'storeCities', '');
  if (dimension === 'identified') {
    return [
      { value: 'true', label: t('identified') },
      { value: 'false', label: t('anonymous') },
    ];
  }
  return source && options.map(({ value, label }) => ({ value, label }));
}
