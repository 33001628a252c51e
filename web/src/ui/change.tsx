'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';

interface Props {
  value: number | null;
  before: number | null;
  /** Shares change by percentage points, amounts by per cent of what they were. */
  kind?: 'amount' | 'share';
  /** More of it is worse, as of returns. */
  isLoss?: boolean;
}

// Less than this would print as nothing.
const flatMax = 0.0005;

/** "▲ 4,2 %": an arrow and a sign beside the colour. */
export function Change({ value, before, kind = 'amount', isLoss = false }: Props) {
  const t = useTranslations('chart');
  const fmt = useFmt();
  const change = changeOf(value, before, kind);
  if (change === undefined) return '—';
  const size = Math.abs(change);
  const flat = size < flatMax;
  const color = flat
    ? 'dimmed'
    : change > 0 !== isLoss
      ? 'light-dark(#1b6e2d, #8ce99a)'
      : 'light-dark(#b02525, #ffa8a8)';
  return (
    <Text span inherit c={color}>
      {flat ? '•' : change > 0 ? '▲' : '▼'}{' '}
      {kind === 'share' ? t('percentagePoints', { n: fmt.number(size * 100, 1) }) : fmt.percent(size)}
    </Text>
  );
}

function changeOf(value: number | null, before: number | null, kind: 'amount' | 'share'): number | undefined {
  if (value === null || before === null) return undefined;
  if (kind === 'share') return value - before;
  // From a loss to a gain is up, whatever the sign of what it was.
  return before === 0 ? undefined : (value - before) / Math.abs(before);
}
