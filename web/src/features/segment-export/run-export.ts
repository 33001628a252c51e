import type { Client } from 'urql';
import {
  SegmentExportPageDocument,
  type SegmentColumn,
  type SegmentExportPageQuery,
} from '@/graphql/generated/graphql';
import { uncachedClient } from '@/graphql/uncached-client';
import { openRowFile, type FileTarget, type RowFormat } from '@/ui/files';
import { partsOf, rowOf } from './columns';

const pageSize = 500;

interface Run {
  /** Absent, its own, which keeps nothing. */
  client?: Client;
  exportId: string;
  columns: readonly SegmentColumn[];
  header: string[];
  format: RowFormat;
  target: FileTarget;
  onProgress: (rows: number) => void;
  signal: AbortSignal;
}

type Page = NonNullable<SegmentExportPageQuery['segmentExport']>['page'];

/** Writes all members of an export where they belong, page by page; answers how many. Throws when a page does not come. */
export async function runExport({ client = uncachedClient(), exportId, columns, ...run }: Run): Promise<number> {
  const load = pagesOf(client, exportId, columns);
  const file = await openRowFile(run.format, run.header, run.target);
  let rows = 0;
  let next = load(null);
  for (;;) {
    const { edges, pageInfo } = await unlessStopped(next, run.signal);
    // The next page is on its way while this one is written.
    if (pageInfo.hasNextPage) next = load(pageInfo.endCursor);
    await file.add(edges.map((edge) => rowOf(edge, columns)));
    rows += edges.length;
    run.onProgress(rows);
    if (pageInfo.hasNextPage) continue;
    await file.end();
    return rows;
  }
}

const pagesOf =
  (client: Client, id: string, columns: readonly SegmentColumn[]) =>
  async (after: string | null): Promise<Page> => {
    const variables = { id, first: pageSize, after, ...partsOf(columns) };
    const { data, error } = await client.query(SegmentExportPageDocument, variables).toPromise();
    if (data?.segmentExport == null) throw error ?? new Error('There is no such export.');
    return data.segmentExport.page;
  };

/** Who stops does not wait for an answer that may never come. */
async function unlessStopped<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new DOMException('Stopped.', 'AbortError'));
    signal.addEventListener('abort', stop);
  });
  return Promise.race([answer, stopped]).finally(() => signal.removeEventListener('abort', stop));
}
