'use client';

import type { FilterChip } from './filter-bar';
import type { UrlPatch } from './params';
import { firstPage } from './table/place';
import { useUrlState } from './url-state';

/** The filters of a list in its address: changing one begins again at the first page. */
export function useFilters() {
  const [params, change] = useUrlState();
  const filter = (patch: UrlPatch) => change({ ...patch, ...firstPage() });
  /** A filter that is set, in words; none when it is not. */
  const chip = (key: string, label: string, print: (value: string) => string = (value) => value): FilterChip[] => {
    const value = params.get(key);
    return value === null ? [] : [{ label: `${label}: ${print(value)}`, onRemove: () => filter({ [key]: undefined }) }];
  };
  return { params, filter, chip, value: (key: string) => params.get(key) ?? undefined };
}
