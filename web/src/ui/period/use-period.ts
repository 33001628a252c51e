'use client';

import { useFmt, useNow } from '@/fmt';
import { useUrlState } from '../url-state';
import { periodOf } from './period';

/** The period of the page's address, in the chain's days. */
export function usePeriod() {
  const fmt = useFmt();
  const [params] = useUrlState();
  return periodOf(params, fmt.today(useNow()));
}
