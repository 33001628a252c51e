'use client';

import { useTranslations } from 'next-intl';
import { EntryPostings } from '@/features/journal';
import type { ReceiptEntriesQuery } from '@/graphql/generated/graphql';
import type { Graph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Panel } from '@/ui/panel';

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
