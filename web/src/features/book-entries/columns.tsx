'use client';

import { useTranslations } from 'next-intl';
import { receiptHref } from '@/features/receipts';
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
      key: 'kind',
      header: t('kind'),
      cell: ({ entry }) => <Linked href={sourceHref(entry)}>{kind(entry.kind)}</Linked>,
      csv: ({ entry }) => entry.kind,
    },
    {
      key: 'occurredAt',
      header: t('occurredAt'),
      cell: ({ entry }) => fmt.dateTime(entry.occurredAt),
      csv: ({ entry }) => entry.occurredAt,
    },
    {
      key: 'source',
      header: t('source'),
      secondary: true,
      cell: ({ entry }) => <Source entry={entry} />,
      csv: ({ entry }) => entry.purchaseId ?? entry.adjustment?.id ?? entry.run?.id ?? '',
    },
    {
      key: 'member',
      header: t('member'),
      secondary: true,
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

type Entry = BookEntryFragment['entry'];

/** The page of what booked the entry; runs have none, and lots turn over by themselves. */
function sourceHref({ purchaseId, adjustment }: Entry): string | undefined {
  if (purchaseId !== null) return receiptHref(purchaseId);
  return adjustment === null ? undefined : `/adjustments/${encodeURIComponent(adjustment.id)}`;
}

function Linked({ href, children }: { href: string | undefined; children: string }) {
  return href === undefined ? children : <TextLink href={href}>{children}</TextLink>;
}

/** What booked the entry, in words: a receipt, the reason of an adjustment, a row of a file or of a grant. */
function Source({ entry: { purchaseId, adjustment, run } }: { entry: Entry }) {
  const t = useTranslations('bookEntries');
  const fmt = useFmt();
  const reason = useEnumLabel('adjustmentReason');
  if (purchaseId !== null) return purchaseId;
  if (adjustment !== null) return reason(adjustment.reason);
  if (run === null) return '—';
  const row = t('row', { id: run.id, line: fmt.number(run.line) });
  return run.undoes ? t('undoes', { row }) : row;
}
