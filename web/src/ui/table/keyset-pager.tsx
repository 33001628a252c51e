'use client';

import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { useKeyset } from './keyset';

interface Props {
  /** Rows on this page. */
  count: number;
  /** Rows that match, when the list counts them. */
  total?: number | undefined;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  prefix?: string;
}

// Beyond this the services estimate.
const exactTotalMax = 10_000;

/** "51–100 of 465 213" and the way on and back. */
export function KeysetPager({ count, total, pageInfo, prefix }: Props) {
  const t = useTranslations('table');
  const fmt = useFmt();
  const { place, next, previous } = useKeyset(prefix);
  const { endCursor } = pageInfo;
  if (count === 0 && place.at === 0) return null;
  const range = { from: fmt.number(place.at + 1), to: fmt.number(place.at + count) };
  const printed = total === undefined ? '' : (total > exactTotalMax ? '≈ ' : '') + fmt.number(total);
  return (
    <Group justify="flex-end" gap="xs">
      <Text fz="sm" className="num" aria-live="polite">
        {total === undefined ? t('range', range) : t('rangeOf', { ...range, total: printed })}
      </Text>
      <ActionIcon variant="default" aria-label={t('previous')} disabled={place.at === 0} onClick={previous}>
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('next')}
        disabled={!pageInfo.hasNextPage || endCursor === null}
        onClick={() => endCursor !== null && next(endCursor)}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
