'use client';

import { Group, ScrollArea, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useClient, type TypedDocumentNode } from 'urql';
import type { Graph } from '@/graphql/use-graph';
import { NothingMatches } from './empty';
import { Page, type Crumb } from './page';
import { blank } from './params';
import {
  ColumnChooser,
  DataTable,
  ExportButton,
  exportPageSize,
  KeysetPager,
  useChosenColumns,
  type Column,
} from './table';
import { firstPage } from './table/place';
import { useUrlState } from './url-state';

interface Connection<Row> {
  edges: { node: Row }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Absent where counting would be dear. */
  totalCount?: number;
}

interface Paging {
  first: number;
  after?: string | null | undefined;
}

interface Props<Row, Data, Variables extends Paging> {
  /** Key of the chosen columns and name of the exported file. */
  name: string;
  title: string;
  crumbs?: Crumb[];
  actions?: ReactNode;
  columns: Column<Row>[];
  document: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  graph: Graph<Data>;
  pick: (data: Data) => Connection<Row>;
  filters: (clear: () => void) => ReactNode;
  filterKeys: readonly string[];
  nothingYet: ReactNode;
  /** Beside the rows, where there is room. */
  aside?: ReactNode;
  /** Other ways to look, offered when nothing matches. */
  otherwise?: ReactNode;
}

/** A page that is one long list: filters, rows, paging by cursor, columns to choose, export of what is filtered. */
export function ListPage<Row extends { id: string }, Data, Variables extends Paging>(
  props: Props<Row, Data, Variables>,
) {
  const { name, title, crumbs, actions, columns, document, variables, graph, pick, filters, filterKeys } = props;
  const [params, change] = useUrlState();
  const { chosen, hidden, toggle } = useChosenColumns(name, columns);
  const loadPage = useExportPage(document, variables, pick);
  const page = graph.data === undefined ? undefined : pick(graph.data);
  const clear = () => change({ ...blank(filterKeys), ...firstPage() });
  const filtered = filterKeys.some((key) => params.has(key));
  return (
    <Page title={title} crumbs={crumbs} actions={actions} fill>
      {filters(clear)}
      <Group align="stretch" gap="sm" wrap="nowrap" flex="0 1 auto" mih={0}>
        {props.aside !== undefined && (
          <ScrollArea visibleFrom="md" w={260} flex="none">
            {props.aside}
          </ScrollArea>
        )}
        <Stack flex={1} miw={0} mih={0}>
          <DataTable
            fill
            label={title}
            columns={chosen}
            rows={page?.edges.map(({ node }) => node)}
            rowKey={(row) => row.id}
            graph={graph}
            empty={filtered ? <NothingMatches onClear={clear}>{props.otherwise}</NothingMatches> : props.nothingYet}
          />
        </Stack>
      </Group>
      <Group justify="space-between">
        <Group gap="xs">
          <ColumnChooser columns={columns} hidden={hidden} toggle={toggle} />
          <ExportButton name={name} columns={columns} loadPage={loadPage} />
        </Group>
        {page !== undefined && (
          <KeysetPager count={page.edges.length} total={page.totalCount} pageInfo={page.pageInfo} />
        )}
      </Group>
    </Page>
  );
}

function useExportPage<Row, Data, Variables extends Paging>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Row>,
) {
  const client = useClient();
  return async (after: string | undefined) => {
    const page = { ...variables, after, first: exportPageSize };
    const { data, error } = await client.query(document, page).toPromise();
    if (data === undefined) throw error ?? new Error('No answer');
    const { edges, pageInfo } = pick(data);
    return { rows: edges.map(({ node }) => node), endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null };
  };
}
