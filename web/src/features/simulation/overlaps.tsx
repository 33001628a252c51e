'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { SimulationOutcomeFragment } from '@/graphql/generated/graphql';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';

type Row = SimulationOutcomeFragment['overlaps'][number];

/** Which promotions apply beside the draft, and which give way to it. */
export function Overlaps({ overlaps }: Pick<SimulationOutcomeFragment, 'overlaps'>) {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('promotion'),
      cell: ({ promotionId, name, isReplaced }) => (
        <>
          <TextLink href={`/promotions/${promotionId}`}>{name}</TextLink>
          {isReplaced && ` (${t('replaced')})`}
        </>
      ),
    },
    { key: 'together', header: t('together'), numeric: true, cell: ({ together }) => fmt.number(together) },
    { key: 'displaced', header: t('displaced'), numeric: true, cell: ({ displaced }) => fmt.number(displaced) },
    {
      key: 'discount',
      header: t('discountChange'),
      numeric: true,
      cell: ({ discountBefore, discountAfter }) =>
        `${fmt.moneyWhole(discountBefore)} → ${fmt.moneyWhole(discountAfter)}`,
    },
    {
      key: 'points',
      header: t('pointsChange'),
      numeric: true,
      cell: ({ pointsBefore, pointsAfter }) => `${fmt.pointsWhole(pointsBefore)} → ${fmt.pointsWhole(pointsAfter)}`,
    },
  ];
  return (
    <Panel title={t('overlaps')}>
      <DataTable
        label={t('overlaps')}
        columns={columns}
        rows={overlaps}
        rowKey={({ promotionId }) => promotionId}
        empty={<Text fz="sm">{t('noOverlaps')}</Text>}
      />
    </Panel>
  );
}
