import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { rangeOf, type Grid } from './view';

/** Says which values have a score. */
export function useRangeText(bounds: readonly (readonly string[])[]) {
  const t = useTranslations('rfm');
  const fmt = useFmt();
  return (axis: Grid['axes'][number], index: number, score: number): string => {
    const { from, to } = rangeOf(axis, bounds[index] ?? [], score);
    const print = (value: number) => (axis.measure === 'MONEY' ? fmt.moneyWhole(value) : fmt.number(value));
    if (from === null && to === null) return String(score);
    if (from === to) return t('nobody');
    if (axis.measure === 'RECENCY') {
      if (from === null) return t('upToDays', { to: print(to ?? 0) });
      if (to === null) return t('fromDays', { from: print(from + 1) });
      return t('days', { from: print(from + 1), to: print(to) });
    }
    if (from === null) return t('below', { to: print(to ?? 0) });
    return to === null ? t('atLeast', { from: print(from) }) : t('between', { from: print(from), to: print(to) });
  };
}
