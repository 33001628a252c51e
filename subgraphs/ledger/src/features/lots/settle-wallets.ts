import { PointsActivated, PointsExpired, recordEvent, type EventContract, type PointsMovement } from '@adal/events';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';

/** Turns over these members' lots whose day has come: pending ones become spendable, expired ones are written off. */
export async function settleWallets(
  ctx: LedgerContext,
  tx: EntityManager,
  memberIds: readonly string[],
): Promise<number> {
  const activated = await turnOver(ctx, tx, 'activate_lots', PointsActivated, memberIds);
  const expired = await turnOver(ctx, tx, 'expire_lots', PointsExpired, memberIds);
  return activated + expired;
}

interface TurnedLot {
  readonly entry_id: string;
  readonly member_id: string;
  readonly legal_entity: string;
  readonly amount: string;
  readonly occurred_at: Date;
  readonly business_day: string;
}

/** Movements of one event: far below 512 KB. */
const CHUNK_MAX = 1_000;

async function turnOver(
  ctx: LedgerContext,
  tx: EntityManager,
  work: 'activate_lots' | 'expire_lots',
  contract: EventContract<{ movements: PointsMovement[] }>,
  memberIds: readonly string[],
): Promise<number> {
  const rows: TurnedLot[] = await tx.query(
    `select entry_id, member_id, legal_entity, amount, occurred_at, business_day::text from books.${work}($1, $2, $2, $3)`,
    [memberIds, ctx.now, ctx.config.BUSINESS_TIME_ZONE],
  );
  for (let start = 0; start < rows.length; start += CHUNK_MAX) {
    const movements = rows.slice(start, start + CHUNK_MAX).map(movementOf);
    await recordEvent(tx, contract, { movements }, ctx);
  }
  return rows.length;
}

function movementOf(row: TurnedLot): PointsMovement {
  return {
    entryId: row.entry_id,
    memberId: row.member_id,
    legalEntity: row.legal_entity,
    amountMinor: Number(row.amount),
    occurredAt: row.occurred_at.toISOString(),
    businessDay: row.business_day,
  };
}
