'use client';

import { Group, Progress, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';

interface Props {
  share: number;
  exhausted: boolean;
}

const nearlyAt = 0.8;

/** How much of a limit is gone: a bar with its share in figures, and a word when nothing is left. */
export function LimitShare({ share, exhausted }: Props) {
  const t = useTranslations('limits');
  const fmt = useFmt();
  const color = exhausted ? 'red' : share >= nearlyAt ? 'yellow' : 'teal';
  return (
    <Group gap="xs" wrap="nowrap">
      <Progress value={Math.min(share, 1) * 100} color={color} w={90} size="sm" aria-hidden />
      <Text fz="sm" className="num" span>
        {fmt.percent(share)}
        {exhausted && ` · ${t('exhausted')}`}
      </Text>
    </Group>
  );
}
