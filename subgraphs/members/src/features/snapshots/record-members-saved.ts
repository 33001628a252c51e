import { MemberEnrolled, MemberSaved, recordEvent, type EventOrigin } from '@adal/events';
import { invariant } from '@adal/service';
import type { EntityManager } from 'typeorm';
import { listSnapshots } from './snapshot.queries';

/** Tells the other contexts how a member is now, after a change in the same transaction. */
export async function recordMemberSaved(tx: EntityManager, memberId: string, origin: EventOrigin): Promise<void> {
  const member = await snapshotOf(tx, memberId);
  await recordEvent(tx, MemberSaved, { member }, origin);
}

/** Tells the other contexts that a person joined: first the facts, then the occasion. */
export async function recordMemberEnrolled(
  tx: EntityManager,
  memberId: string,
  storeId: string | null,
  origin: EventOrigin,
): Promise<void> {
  const member = await snapshotOf(tx, memberId);
  await recordEvent(tx, MemberSaved, { member }, origin);
  await recordEvent(tx, MemberEnrolled, { member, storeId }, origin);
}

async function snapshotOf(tx: EntityManager, memberId: string) {
  const [member] = await listSnapshots(tx, [memberId]);
  invariant(member, 'A member that was saved must exist');
  return member;
}
