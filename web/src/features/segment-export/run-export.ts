import type { Client } from 'urql';
import {
  SegmentExportPageDocument,
  type SegmentColumn,
  type SegmentExportPageQuery,
} from '@/graphql/generated/graphql';
import type { RowFile } from '@/ui/files';
import { partsOf, rowOf } from './columns';

const pageSize = 500;

interface Run {
  client: Client;
  exportId: string;
  columns: readonly SegmentColumn[];
  file: RowFile;
  onProgress: (rows: number) => void;
  signal: AbortSignal;
}

type Page = NonNullable<SegmentExportPageQuery['segmentExport']>['page'];

/** Writes all members of an export into a file, page by page; answers how many. Throws when a page does not come. */
export async function runExport({ columns, file, onProgress, signal, ...asked }: Run): Promise<number> {
  let rows = 0;
  let next = loadPage(asked, columns, null);
  for (;;) {
    const { edges, pageInfo } = await next;
    signal.throwIfAborted();
    // The next page is on its way while this one is written.
    if (pageInfo.hasNextPage) next = loadPage(asked, columns, pageInfo.endCursor);
    await file.add(edges.map((edge) => rowOf(edge, columns)));
    rows += edges.length;
    onProgress(rows);
    if (!pageInfo.hasNextPage) return rows;
  }
}

async function loadPage(
  { client, exportId }: Pick<Run, 'client' | 'exportId'>,
  columns: readonly SegmentColumn[],
  after: string | null,
): Promise<Page> {
  const variables = { id: exportId, first: pageSize, after, ...partsOf(columns) };
  const { data, error } = await client.query(SegmentExportPageDocument, variables).toPromise();
  if (data?.segmentExport == null) throw error ?? new Error('There is no such export.');
  return data.segmentExport.page;
}
