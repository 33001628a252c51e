'use client';

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { SimulationOutcomeFragment } from '@/graphql/generated/graphql';

/** Saves the figures as one CSV: what, of which, and both worlds or the change. */
export function ExportResult({ result, name }: { result: SimulationOutcomeFragment; name: string }) {
  const t = useTranslations('simulation');
  const save = async () => {
    // The CSV writer is loaded when a file is asked for.
    const { saveFile, toCsv } = await import('@/ui/files/csv');
    saveFile(`what-if-${name}.csv`, toCsv(header, rowsOf(result)));
  };
  return (
    <Tooltip label={t('export')}>
      <ActionIcon variant="default" size="lg" aria-label={t('export')} onClick={() => void save()}>
        <IconDownload size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

const header = [
  'figure',
  'of',
  'receipts',
  'discount',
  'points',
  'revenue_before',
  'revenue_after',
  'margin_before',
  'margin_after',
];

function rowsOf({
  all,
  affected,
  discountCost,
  pointsCost,
  days,
  stores,
  overlaps,
  winners,
  losers,
}: SimulationOutcomeFragment): string[][] {
  const both = (figure: string, { receipts, before, after }: typeof all): string[] => [
    ...[figure, '', String(receipts), discountCost, pointsCost, before.revenue, after.revenue],
    ...[before.margin ?? '', after.margin ?? ''],
  ];
  const plain = (figure: string, of: string, receipts: number | '', discount: string, points: string): string[] => [
    ...[figure, of, String(receipts), discount, points, '', '', '', ''],
  ];
  return [
    both('all', all),
    both('affected', affected),
    ...days.map((one) => plain('day', one.day, '', one.discountCost, one.pointsCost)),
    ...stores.map((one) => plain('store', one.storeId, one.all.receipts, one.discountCost, one.pointsCost)),
    ...overlaps.map((one) =>
      plain('overlap before', one.name, one.together + one.displaced, one.discountBefore, one.pointsBefore),
    ),
    ...overlaps.map((one) => plain('overlap after', one.name, one.together, one.discountAfter, one.pointsAfter)),
    ...winners.topMembers.map((one) => plain('winner', one.member.id, '', one.money, one.points)),
    ...losers.topMembers.map((one) => plain('loser', one.member.id, '', one.money, one.points)),
  ];
}
