import { isDeepStrictEqual } from 'node:util';
import { badInput, inTransaction, isUuid, requirePermission } from '@adal/service';
import type { DataSource } from 'typeorm';
import type { AnalyticsContext } from '../../context';
import type { ExportSegmentInput, SegmentColumn } from '../../generated/graphql';
import { SegmentRow } from '../segment-members';
import { segmentUnknown, type SegmentUnknown } from '../segments';
import { SegmentExportRow } from './segment-export.entity';

export type ExportSegmentOutcome =
  { readonly __typename: 'SegmentExportStarted'; readonly export: SegmentExportRow } | SegmentUnknown;

const PERSONAL: readonly SegmentColumn[] = ['NAME', 'PHONE', 'EMAIL', 'BIRTH_DATE'];

/** Writes who takes the members out; the same export again writes no second line. */
export async function exportSegment(ctx: AnalyticsContext, input: ExportSegmentInput): Promise<ExportSegmentOutcome> {
  const { segmentId } = input;
  const columns = [...new Set(input.columns)];
  if (!isUuid(input.id)) throw badInput('id must be a UUID.');
  if (columns.length === 0) throw badInput('columns must name at least one.');
  if (columns.some((column) => PERSONAL.includes(column))) requirePermission(ctx, 'members.pii.read');
  return inTransaction(ctx.db, async (tx) => {
    const known = await tx.findOneBy(SegmentExportRow, { id: input.id });
    const segment = isUuid(segmentId) ? await tx.findOneBy(SegmentRow, { id: segmentId }) : null;
    if (!segment) return segmentUnknown('There is no such segment any more.');
    if (known) {
      if (
        known.segmentId === segment.id &&
        known.authorId === ctx.actor.id &&
        isDeepStrictEqual(known.columns, columns)
      )
        return { __typename: 'SegmentExportStarted', export: known };
      throw badInput('id was used for another export.');
    }
    const line = tx.create(SegmentExportRow, {
      id: input.id,
      segmentId: segment.id,
      segmentName: segment.name,
      columns,
      members: segment.size,
      authorId: ctx.actor.id,
      authorName: ctx.actor.name,
      at: ctx.now,
    });
    await tx.insert(SegmentExportRow, line);
    return { __typename: 'SegmentExportStarted', export: line };
  });
}

/** An export of the one who asks. */
export function findExport({ db, actor }: AnalyticsContext, id: string): Promise<SegmentExportRow | null> {
  return isUuid(id) ? db.manager.findOneBy(SegmentExportRow, { id, authorId: actor.id }) : Promise.resolve(null);
}

const SHOWN_MAX = 50;

/** Who took the members of a segment out, the latest first. */
export function listExports(db: DataSource, segmentId: string): Promise<SegmentExportRow[]> {
  return db.manager.find(SegmentExportRow, {
    where: { segmentId },
    order: { at: 'DESC', id: 'DESC' },
    take: SHOWN_MAX,
  });
}
