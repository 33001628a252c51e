import { chunksOf, MembersImported, recordEvent, type EventOrigin } from '@adal/events';
import type { EntityManager } from 'typeorm';
import { listSnapshots } from '../snapshots';

const MEMBERS_MAX = 300;

/** Tells the other contexts of members an import added or changed, in messages they can take. */
export async function recordMembersImported(
  tx: EntityManager,
  importId: string,
  memberIds: readonly string[],
  origin: EventOrigin,
): Promise<void> {
  for (const members of chunksOf(await listSnapshots(tx, memberIds), { items: MEMBERS_MAX })) {
    await recordEvent(tx, MembersImported, { importId, members }, origin);
  }
}
