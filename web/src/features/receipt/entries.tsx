'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { ReceiptEntriesQuery } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';
import { useEnumLabel } from '@/ui/use-enum-label';

type Entry = NonNullable<ReceiptEntriesQuery['purchase']>['entries'][number];
type Posting = Entry['postings'][number];

/** The journal entries the sale and its returns made; the postings of each sum to zero. */
export function Entries({ graph }: { graph: Graph<ReceiptEntriesQuery> }) {
  const t = useTranslations('receipt');
  const entries = graph.data?.purchase?.entries ?? [];
  return (
    <Panel title={t('entries')} graph={graph}>
      {entries.length === 0 ? <NothingYet title={t('noEntries')} /> : null}
      {entries.map((entry) => (
        <EntryPostings key={entry.id} entry={entry} />
      ))}
    </Panel>
  );
}

function EntryPostings({ entry }: { entry: Entry }) {
  const t = useTranslations('receipt');
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
    </Stack>
  );
}

// `member/<id>/available` and `programme/issued/<legal entity>`: whose wallet it is says the receipt itself.
function useAccountName(): (account: string) => string {
  const name = useEnumLabel('account');
  return (account) => {
    const [owner, second = '', ...rest] = account.split('/');
    if (owner === 'member') return name(`member/${rest.at(-1) ?? ''}`);
    return [name(second), ...rest].join(' · ');
  };
}
