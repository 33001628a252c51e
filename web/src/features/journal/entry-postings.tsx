'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { EntryFieldsFragment } from '@/graphql/generated/graphql';
import { DataTable, type Column } from '@/ui/table';
import { useEnumLabel } from '@/ui/use-enum-label';
import { EntryLots } from './entry-lots';
import { useAccountName } from './use-account-name';

type Posting = EntryFieldsFragment['postings'][number];

/** One entry of the journal: what it was, and what each account gained, which sums to zero. */
export function EntryPostings({ entry }: { entry: EntryFieldsFragment }) {
  const t = useTranslations('journal');
  const fmt = useFmt();
  const kind = useEnumLabel('entryKind');
  const accountName = useAccountName();
  const columns: Column<Posting>[] = [
    { key: 'account', header: t('account'), wrap: true, cell: ({ account }) => accountName(account) },
    { key: 'amount', header: t('points'), numeric: true, cell: ({ amount }) => fmt.points(amount) },
  ];
  return (
    <Stack gap={4}>
      <Text fz="sm">
        <strong>{kind(entry.kind)}</strong> · {fmt.dateTime(entry.bookedAt)}
      </Text>
      <DataTable
        label={kind(entry.kind)}
        columns={columns}
        rows={entry.postings}
        rowKey={({ account, amount }) => account + amount}
        empty={null}
      />
      <EntryLots entry={entry} />
    </Stack>
  );
}
