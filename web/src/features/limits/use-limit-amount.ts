'use client';

import { useFmt } from '@/fmt';

/** Prints an amount of a limit in its own unit: money, points, or a number of sales. */
export function useLimitAmount(): (unit: string, value: string) => string {
  const fmt = useFmt();
  return (unit, value) => {
    if (unit === 'MONEY') return fmt.money(value);
    return unit === 'POINTS' ? fmt.points(value) : fmt.number(value, 0);
  };
}
