import { AssignmentRecorded, recordEvent, type BookedReceipt, type EventOrigin } from '@adal/events';
import { isUuid } from '@adal/service';
import type { EntityManager } from 'typeorm';

interface Shown {
  promotionId: string;
  memberId: string;
  version: number;
  heldOut: boolean;
  variant: string | null;
  at: string;
}

/** Assignments of one event. */
const CHUNK_MAX = 250;

/** Keeps which group of each promotion members are in, and tells of those that were not known. */
export async function recordAssignments(
  tx: EntityManager,
  receipts: readonly BookedReceipt[],
  origin: EventOrigin,
): Promise<void> {
  const shown = receipts.flatMap(shownBy);
  if (shown.length === 0) return;
  // In order of the key: two consumers at once would otherwise wait for each other.
  const fresh: Shown[] = await tx.query(
    `insert into promotion_assignment (promotion_id, member_id, version, held_out, variant, at)
     select distinct on ("promotionId", "memberId") "promotionId", "memberId", version, "heldOut", variant, at
     from jsonb_to_recordset($1::jsonb) as shown("promotionId" uuid, "memberId" uuid, version int, "heldOut" boolean, variant text, at timestamptz)
     order by "promotionId", "memberId", at
     on conflict do nothing
     returning promotion_id as "promotionId", member_id as "memberId", version, held_out as "heldOut", variant,
       to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
    [JSON.stringify(shown)],
  );
  for (let start = 0; start < fresh.length; start += CHUNK_MAX) {
    const assignments = fresh.slice(start, start + CHUNK_MAX).map(({ heldOut, ...rest }) => ({
      ...rest,
      group: heldOut ? ('CONTROL' as const) : ('GIVEN' as const),
    }));
    await recordEvent(tx, AssignmentRecorded, { assignments }, origin);
  }
}

function shownBy({ memberId, occurredAt, promotions = [] }: BookedReceipt): Shown[] {
  if (memberId === null) return [];
  return promotions
    .filter(({ promotionId }) => isUuid(promotionId))
    .map(({ heldOut, variant, ...rest }) => ({
      ...rest,
      heldOut,
      variant: heldOut ? null : variant,
      memberId,
      at: occurredAt,
    }));
}
