'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { EntryFieldsFragment } from '@/graphql/generated/graphql';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';

type Move = EntryFieldsFragment['lots'][number];

/** The same entry by lot: which lots paid and which were made, with their dates. */
export function EntryLots({ entry: { lots } }: { entry: EntryFieldsFragment }) {
  const t = useTranslations('journal');
  const fmt = useFmt();
  const [source, place] = [useEnumLabel('lotSource'), useEnumLabel('lotPlace')];
  const columns: Column<Move>[] = [
    {
      key: 'lot',
      header: t('lot'),
      wrap: true,
      cell: ({ lot }) =>
        lot.purchaseId === null ? (
          source(lot.source)
        ) : (
          <TextLink href={`/receipts/${encodeURIComponent(lot.purchaseId)}`}>{source(lot.source)}</TextLink>
        ),
    },
    {
      key: 'move',
      header: t('movement'),
      wrap: true,
      cell: (move) => `${place(move.source)} → ${place(move.destination)}`,
    },
    { key: 'from', header: t('availableFrom'), secondary: true, cell: ({ lot }) => fmt.date(lot.activatesAt) },
    {
      key: 'to',
      header: t('expires'),
      secondary: true,
      cell: ({ lot }) => (lot.expiresAt === null ? t('never') : fmt.date(lot.expiresAt)),
    },
    { key: 'amount', header: t('points'), numeric: true, cell: ({ amount }) => fmt.points(amount) },
  ];
  return (
    <DataTable
      label={t('byLot')}
      columns={columns}
      rows={lots}
      rowKey={(move) => move.lot.id + move.source + move.destination}
      empty={null}
    />
  );
}
