'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { ReceiptsDocument, type ReceiptsQuery, type ReceiptsQueryVariables } from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { ListPage } from '@/ui/list-page';
import type { Column } from '@/ui/table';
import { useUrlState } from '@/ui/url-state';
import { useBuyerColumn, useReceiptColumns, type ReceiptWithMember } from './columns';
import { ReceiptFilters } from './receipt-filters';
import { SearchOtherwise } from './search-otherwise';
import { receiptFilters, receiptsVariables } from './variables';

/** Every receipt of tills and of imported history, newest first. */
export function Receipts({ first }: { first: Loaded<ReceiptsQuery, ReceiptsQueryVariables> }) {
  const t = useTranslations('receipts');
  const { timeZone } = useFmt();
  const [params] = useUrlState();
  const variables = receiptsVariables(params, timeZone);
  const graph = useGraph(ReceiptsDocument, variables, { first });
  const columns: Column<ReceiptWithMember>[] = useReceiptColumns();
  const buyer = useBuyerColumn();
  return (
    <ListPage
      name="receipts"
      title={t('title')}
      columns={columns.toSpliced(3, 0, buyer)}
      document={ReceiptsDocument}
      variables={variables}
      graph={graph}
      pick={(data) => data.purchases}
      filters={(clear) => <ReceiptFilters onClear={clear} />}
      filterKeys={receiptFilters}
      otherwise={<SearchOtherwise />}
      nothingYet={<NothingYet title={t('none')} hint={t('noneHint')} />}
    />
  );
}
