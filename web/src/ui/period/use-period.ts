'use client';

import { useFmt, useNow } from '@/fmt';
import { useUrlState } from '../url-state';
import { periodOf, type Preset } from './period';

/** The period of the page's address, in the chain's days. */
export function usePeriod(usual?: Preset) {
  const fmt = useFmt();
  const [params] = useUrlState();
  return periodOf(params, fmt.today(useNow()), usual);
}
