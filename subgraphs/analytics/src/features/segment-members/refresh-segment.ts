import { recordEnvelopes, sealEvent, SegmentChanged } from '@adal/events';
import { inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { AnalyticsContext } from '../../context';
import { momentOf } from './moment.queries';
import { compileSegment, narrowedPlan } from '../segment-language';
import { SegmentRow } from './segment.entity';

/** What refreshing needs of a context. */
export type RefreshContext = Pick<AnalyticsContext, 'db' | 'store' | 'now' | 'config' | 'correlationId'>;

/** Members of one event. */
const TOLD_MAX = 500;
/** Ids of one statement. */
const CHUNK = 50_000;

/**
 * Works out anew who is in a segment. Who entered and who left is booked and told in one transaction, so each is told once;
 * refreshes of one segment wait for each other. A group and a segment that is gone stay as they are.
 */
export async function refreshSegment(ctx: RefreshContext, id: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const segment = await lockSegment(tx, id);
    if (!segment?.definition || segment.kind === 'GROUP') return;
    const at = await momentOf(ctx, tx);
    const isOver = segment.expiresOn !== null && segment.expiresOn < at.today;
    const { plan } = await narrowedPlan(ctx.store, segment.definition, at, [id]);
    const expression = isOver ? 'false' : compileSegment(plan, segment.definition, at, [id]);
    const rows = await ctx.store.query(plan.members(expression));
    await replaceMembers(
      ctx,
      tx,
      segment,
      rows.map((row) => String(row['member_id'])),
    );
  });
}

/** Locks a segment, so that nobody else changes its members meanwhile; null when there is none. */
export function lockSegment(tx: EntityManager, id: string): Promise<SegmentRow | null> {
  return tx.findOne(SegmentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** Books that exactly these are the members of a segment that the transaction has locked, and tells who entered and left. */
export async function replaceMembers(
  ctx: RefreshContext,
  tx: EntityManager,
  segment: SegmentRow,
  members: readonly string[],
): Promise<void> {
  await tx.query('create temp table fresh_member (member_id uuid primary key) on commit drop');
  for (let from = 0; from < members.length; from += CHUNK) {
    await tx.query('insert into fresh_member select unnest($1::uuid[]) on conflict do nothing', [
      members.slice(from, from + CHUNK),
    ]);
  }
  const [left]: [{ member_id: string }[]] = await tx.query(
    `delete from segment_member m where segment_id = $1
       and not exists (select from fresh_member f where f.member_id = m.member_id) returning member_id`,
    [segment.id],
  );
  const joined: { member_id: string }[] = await tx.query(
    `insert into segment_member select $1, member_id, $2 from fresh_member on conflict do nothing returning member_id`,
    [segment.id, ctx.now],
  );
  await tx.query('drop table fresh_member');
  await tellChange(ctx, tx, segment, {
    joined: joined.map(({ member_id }) => member_id),
    left: left.map(({ member_id }) => member_id),
  });
}

/** Who entered and who left. */
export interface SegmentChange {
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/** Notes the refresh in the segment's row, and records the events of who entered and left, in chunks. */
export async function tellChange(
  ctx: RefreshContext,
  tx: EntityManager,
  segment: SegmentRow,
  { joined, left }: SegmentChange,
): Promise<void> {
  const [[counted]]: [{ sequence: string }[]] = await tx.query(
    `update segment set size = size + $2, sequence = sequence + 1, refreshed_at = $3 where id = $1 returning sequence`,
    [segment.id, joined.length - left.length, ctx.now],
  );
  const sequence = Number(counted?.sequence);
  const origin = { correlationId: ctx.correlationId, now: ctx.now };
  const isGroup = segment.kind === 'GROUP';
  const news = { segmentId: segment.id, sequence, at: ctx.now.toISOString(), ...(isGroup && { isGroup }) };
  const events = [];
  for (let from = 0; from < Math.max(joined.length, left.length); from += TOLD_MAX) {
    const part = { joined: joined.slice(from, from + TOLD_MAX), left: left.slice(from, from + TOLD_MAX) };
    events.push(sealEvent(SegmentChanged, { ...news, ...part }, origin));
  }
  await recordEnvelopes(tx, events);
}
