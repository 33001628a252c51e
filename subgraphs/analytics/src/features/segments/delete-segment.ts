import { inTransaction, isUuid } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import { lockSegment, replaceMembers, SegmentRow } from '../segment-members';
import { namedIn } from '../segment-language';

export type DeleteSegmentOutcome =
  | { readonly __typename: 'SegmentDeleted'; readonly deleted: boolean }
  | {
      readonly __typename: 'SegmentInUse';
      readonly code: 'SEGMENT_IN_USE';
      readonly message: string;
      readonly segments: string[];
    };

/** Deletes a segment that no other names; its members leave it, and others are told. */
export async function deleteSegment(ctx: AnalyticsContext, id: string): Promise<DeleteSegmentOutcome> {
  if (!isUuid(id)) return { __typename: 'SegmentDeleted', deleted: false };
  return inTransaction(ctx.db, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('segments', 0))");
    const segment = await lockSegment(tx, id);
    if (!segment) return { __typename: 'SegmentDeleted', deleted: false };
    const others = await tx.findBy(SegmentRow, { kind: 'SEGMENT' });
    const users = others.filter(({ definition }) => {
      const named = definition ? namedIn(definition) : { segments: [], groups: [] };
      return [...named.segments, ...named.groups].includes(id);
    });
    if (users.length > 0) return inUse(users.map(({ name }) => name));
    await replaceMembers(ctx, tx, segment, []);
    await tx.delete(SegmentRow, { id });
    return { __typename: 'SegmentDeleted', deleted: true };
  });
}

function inUse(segments: string[]): DeleteSegmentOutcome {
  const message = `Other segments name it: ${segments.join(', ')}. Change them first.`;
  return { __typename: 'SegmentInUse', code: 'SEGMENT_IN_USE', message, segments };
}
