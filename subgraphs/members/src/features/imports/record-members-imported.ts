import { MembersImported, recordEvent, type EventOrigin, type MemberSnapshot } from '@adal/events';
import type { EntityManager } from 'typeorm';
import { listSnapshots } from '../snapshots';

const MEMBERS_MAX = 300;
/** With its envelope a message stays below 512 KB. */
const BYTES_MAX = 500_000;

/** Tells the other contexts of members an import added or changed, in messages they can take. */
export async function recordMembersImported(
  tx: EntityManager,
  importId: string,
  memberIds: readonly string[],
  origin: EventOrigin,
): Promise<void> {
  for (const members of messagesOf(await listSnapshots(tx, memberIds))) {
    await recordEvent(tx, MembersImported, { importId, members }, origin);
  }
}

/** Splits members into messages of at most 300 members and 500,000 bytes. */
export function messagesOf(members: readonly MemberSnapshot[]): MemberSnapshot[][] {
  const messages: MemberSnapshot[][] = [];
  let bytes = BYTES_MAX;
  for (const member of members) {
    const size = Buffer.byteLength(JSON.stringify(member)) + 1;
    const current = messages.at(-1);
    if (current && current.length < MEMBERS_MAX && bytes + size <= BYTES_MAX) current.push(member);
    else {
      messages.push([member]);
      bytes = 0;
    }
    bytes += size;
  }
  return messages;
}
