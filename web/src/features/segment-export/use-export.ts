'use client';

import { useEffect, useRef, useState } from 'react';
import { ExportSegmentDocument, type SegmentColumn } from '@/graphql/generated/graphql';
import { uncachedClient } from '@/graphql/uncached-client';
import { useChange } from '@/graphql/use-change';
import type { RowFormat } from '@/ui/files';
import { newId } from '@/ui/new-id';
import { notifyRefused } from '@/ui/notify';
import { runExport } from './run-export';

/** Where an export is. */
export type ExportState =
  { is: 'ready' | 'failed' | 'stopped' } | { is: 'running'; rows: number; all: number } | { is: 'done'; rows: number };

interface Wanted {
  columns: readonly SegmentColumn[];
  /** What the columns are called in the file. */
  header: string[];
  format: RowFormat;
}

/** Exports a segment: written down first, then saved as a file. Leaving stops it. */
export function useExport({ id: segmentId, name }: { id: string; name: string }, onStarted: () => void) {
  const [state, setState] = useState<ExportState>({ is: 'ready' });
  const [write] = useChange(ExportSegmentDocument);
  const stopping = useRef<AbortController>(null);
  useEffect(() => () => stopping.current?.abort(), []);
  const start = async ({ columns, header, format }: Wanted) => {
    const { signal } = (stopping.current = new AbortController());
    setState({ is: 'running', rows: 0, all: 0 });
    const answer = (await write({ input: { id: newId(), segmentId, columns: [...columns] } }))?.exportSegment;
    if (answer?.__typename !== 'SegmentExportStarted') {
      if (answer !== undefined) notifyRefused(answer.message);
      return setState({ is: 'ready' });
    }
    onStarted();
    const { id: exportId, members: all } = answer.export;
    try {
      // The writers of files are loaded when a file is asked for.
      const { openRowFile, saveBlob } = await import('@/ui/files');
      const file = await openRowFile(format, header);
      const onProgress = (rows: number) => setState({ is: 'running', rows, all });
      const rows = await runExport({ client: uncachedClient(), exportId, columns, file, onProgress, signal });
      saveBlob(`${name}.${format.toLowerCase()}`, await file.end());
      setState({ is: 'done', rows });
    } catch {
      setState({ is: signal.aborted ? 'stopped' : 'failed' });
    }
  };
  return { state, start, stop: () => stopping.current?.abort() };
}
