'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { BookEntryFragment } from '@/graphql/generated/graphql';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';

/** An entry as an account's list has it. */
type BookEntryRow = BookEntryFragment & { id: string };

/** Columns of an account's entries; each leads on to what booked it. */
export function useEntryColumns(): Column<BookEntryRow>[] {
  const t = useTranslations('bookEntries');
  const fmt = useFmt();
  const kind = useEnumLabel('entryKind');
  return [
    {
      key: 'occurredAt',
      header: t('occurredAt'),
      cell: ({ entry }) => fmt.dateTime(entry.occurredAt),
      csv: ({ entry }) => entry.occurredAt,
    },
    { key: 'kind', header: t('kind'), cell: ({ entry }) => kind(entry.kind), csv: ({ entry }) => entry.kind },
    {
      key: 'source',
      header: t('source'),
      cell: ({ entry }) => <Source entry={entry} />,
      csv: ({ entry }) => entry.purchaseId ?? entry.adjustment?.id ?? entry.run?.id ?? '',
    },
    {
      key: 'member',
      header: t('member'),
      cell: ({ entry: { member } }) => (
        <TextLink href={`/members/${member.id}`}>{member.displayName || member.id}</TextLink>
      ),
      csv: ({ entry }) => entry.member.id,
    },
    {
      key: 'bookedAt',
      header: t('bookedAt'),
      hidden: true,
      cell: ({ entry }) => fmt.dateTime(entry.bookedAt),
      csv: ({ entry }) => entry.bookedAt,
    },
    {
      key: 'amount',
      header: t('amount'),
      numeric: true,
      cell: ({ amount }) => fmt.pointsSigned(amount),
      csv: ({ amount }) => amount,
    },
  ];
}

/** What booked the entry: a receipt, an adjustment, a row of a file or of a grant. Lots turn over by themselves. */
function Source({ entry: { purchaseId, adjustment, run } }: { entry: BookEntryFragment['entry'] }) {
  const t = useTranslations('bookEntries');
  const fmt = useFmt();
  const reason = useEnumLabel('adjustmentReason');
  if (purchaseId !== null)
    return <TextLink href={`/receipts/${encodeURIComponent(purchaseId)}`}>{purchaseId}</TextLink>;
  if (adjustment !== null)
    return <TextLink href={`/adjustments/${encodeURIComponent(adjustment.id)}`}>{reason(adjustment.reason)}</TextLink>;
  if (run === null) return '—';
  const row = t('row', { id: run.id, line: fmt.number(run.line) });
  return run.undoes ? t('undoes', { row }) : row;
}
