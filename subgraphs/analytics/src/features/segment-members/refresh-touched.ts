import { inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import { momentOf } from './moment.queries';
import { tellChange, type RefreshContext } from './refresh-segment';
import { compileSegment, segmentPlan } from '../segment-language';
import { SegmentRow } from './segment.entity';

/** Segments judged by one question: more would not be planned faster. */
const SEGMENTS_MAX = 50;

/** Judges the members for every segment, and books and tells what changed. */
export async function refreshTouched(ctx: RefreshContext, memberIds: readonly string[]): Promise<void> {
  const ids: { id: string }[] = await ctx.db.query("select id from segment where kind = 'SEGMENT' order by id");
  for (let from = 0; from < ids.length; from += SEGMENTS_MAX) {
    const some = ids.slice(from, from + SEGMENTS_MAX).map(({ id }) => id);
    await inTransaction(ctx.db, (tx) => refreshSome(ctx, tx, some, memberIds));
  }
}

async function refreshSome(
  ctx: RefreshContext,
  tx: EntityManager,
  ids: readonly string[],
  memberIds: readonly string[],
): Promise<void> {
  // In order of their ids, as everybody locks several: nobody waits in a circle.
  const segments = await tx
    .createQueryBuilder(SegmentRow, 'segment')
    .where('segment.id = any(:ids)', { ids })
    .orderBy('segment.id')
    .setLock('pessimistic_write')
    .getMany();
  const at = await momentOf(ctx, tx);
  const plan = segmentPlan();
  const expressions = segments.map(({ id, definition, expiresOn }) =>
    definition === null || (expiresOn !== null && expiresOn < at.today)
      ? 'false'
      : compileSegment(plan, definition, at, [id]),
  );
  const judged = await ctx.store.query(plan.flags(expressions, memberIds));
  const known: { segment_id: string; member_id: string }[] = await tx.query(
    'select segment_id, member_id from segment_member where segment_id = any($1) and member_id = any($2)',
    [ids, memberIds],
  );
  const isKnown = new Set(known.map(({ segment_id, member_id }) => `${segment_id} ${member_id}`));
  for (const [index, segment] of segments.entries()) {
    const inside = new Set(judged.filter((row) => isTrue(row[`s${index}`])).map((row) => String(row['member_id'])));
    const joined = [...inside].filter((memberId) => !isKnown.has(`${segment.id} ${memberId}`));
    const left = memberIds.filter((memberId) => !inside.has(memberId) && isKnown.has(`${segment.id} ${memberId}`));
    if (joined.length + left.length === 0) continue;
    await tx.query('insert into segment_member select $1, unnest($2::uuid[]), $3', [segment.id, joined, ctx.now]);
    await tx.query('delete from segment_member where segment_id = $1 and member_id = any($2)', [segment.id, left]);
    await tellChange(ctx, tx, segment, { joined, left });
  }
}

/** Both engines' ways to say so. */
const isTrue = (value: unknown): boolean => value === true || value === 1 || value === 'true';
