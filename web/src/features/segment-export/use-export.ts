'use client';

import { ExportSegmentDocument, type SegmentColumn } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import type { FileTarget, RowFormat } from '@/ui/files';
import { newId } from '@/ui/new-id';
import { notifyRefused } from '@/ui/notify';
import { startExport } from './export-store';

/** More rows than these go to a file on the disk as they come, where the browser can do that. */
const gatheredRowsMax = 20_000;

interface Segment {
  id: string;
  name: string;
  size: number;
}

interface Wanted {
  columns: readonly SegmentColumn[];
  header: string[];
  format: RowFormat;
}

/** Exports a segment: a file is chosen, the export is written down, and then its rows come. */
export function useExport(segment: Segment, onStarted: () => void) {
  const [write, busy] = useChange(ExportSegmentDocument);
  const start = async (wanted: Wanted) => {
    const target = await openTarget(segment, wanted.format);
    if (target === undefined) return;
    const input = { id: newId(), segmentId: segment.id, columns: [...wanted.columns] };
    const answer = (await write({ input }))?.exportSegment;
    if (answer?.__typename !== 'SegmentExportStarted') {
      if (answer !== undefined) notifyRefused(answer.message);
      return target.drop();
    }
    onStarted();
    const { id: exportId, members: all } = answer.export;
    void startExport({ ...wanted, segment, exportId, all, target });
  };
  return { start, busy };
}

async function openTarget({ name, size }: Segment, format: RowFormat): Promise<FileTarget | undefined> {
  // The writers of files are loaded when a file is asked for.
  const { canChooseFile, chosenTarget, downloadTarget, fileTypes } = await import('@/ui/files');
  const fileName = `${name}.${format.toLowerCase()}`;
  if (size > gatheredRowsMax && canChooseFile()) return chosenTarget(fileName);
  return downloadTarget(fileName, fileTypes[format]);
}
