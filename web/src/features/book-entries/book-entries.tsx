'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import {
  BookEntriesDocument,
  type BookEntriesQuery,
  type BookEntriesQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { DateRangeField } from '@/ui/date-range-field';
import { NothingYet } from '@/ui/empty';
import { FilterBar } from '@/ui/filter-bar';
import { ListPage } from '@/ui/list-page';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useFilters } from '@/ui/use-filters';
import { useUrlState } from '@/ui/url-state';
import { useEntryColumns } from './columns';
import { accountOf, accounts, entriesVariables, entryFilters, writtenAccount } from './variables';

/** What a sum of the trial balance is made of: the entries of one account, the last booked first. */
export function BookEntries({ first }: { first: Loaded<BookEntriesQuery, BookEntriesQueryVariables> }) {
  const t = useTranslations('bookEntries');
  const { timeZone } = useFmt();
  const account = useEnumLabel('account');
  const [params] = useUrlState();
  const variables = entriesVariables(params, timeZone);
  const graph = useGraph(BookEntriesDocument, variables, { first });
  const entity = variables.legalEntity == null ? '' : ` · ${variables.legalEntity}`;
  return (
    <ListPage
      name="entries"
      title={account(writtenAccount(variables.account)) + entity}
      crumbs={[{ label: t('books'), href: '/books' }]}
      columns={useEntryColumns()}
      document={BookEntriesDocument}
      variables={variables}
      graph={graph}
      pick={({ accountEntries: { edges, pageInfo } }) => ({
        edges: edges.map(({ node }) => ({ node: { ...node, id: node.entry.id } })),
        pageInfo,
      })}
      filters={(clear) => <EntryFilters onClear={clear} />}
      filterKeys={entryFilters}
      nothingYet={<NothingYet title={t('none')} hint={t('noneHint')} />}
    />
  );
}

function EntryFilters({ onClear }: { onClear: () => void }) {
  const t = useTranslations('bookEntries');
  const fmt = useFmt();
  const account = useEnumLabel('account');
  const { params, filter, chip, value } = useFilters();
  return (
    <FilterBar
      chips={[
        ...chip('entity', t('legalEntity')),
        ...chip('from', t('from'), fmt.date),
        ...chip('to', t('to'), fmt.date),
      ]}
      onClear={onClear}
    >
      <Select
        label={t('account')}
        w={{ base: '100%', xs: 280 }}
        allowDeselect={false}
        data={accounts.map((code) => ({ value: code, label: account(writtenAccount(code)) }))}
        value={accountOf(params)}
        onChange={(chosen) => filter({ account: chosen ?? undefined })}
      />
      <DateRangeField label={t('days')} from={value('from')} to={value('to')} onChange={filter} />
    </FilterBar>
  );
}
