import { chunksOf, LotsTold, PointsCrossed, recordEvent, type LotSnapshot } from '@adal/events';
import { inTransaction, type Job } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { ENTRIES_OF_TRANSACTIONS, listCrossings } from './lot.queries';

/** Entries whose lots are told in one transaction. */
const ENTRIES_MAX = 2_000;
/** Transactions of one run: the rest waits for the next, so that a stop is soon. */
const BATCHES_MAX = 50;

/** Tells the lots that changed, and whose points paid for whom, behind the tills' backs: a sale neither waits for it nor pays for it. */
export const tellLots: Job<LedgerContext> = {
  name: 'tell-lots',
  everyMs: 1_000,
  run: async (ctx) => {
    for (let batches = 0; batches < BATCHES_MAX; batches += 1) if ((await tellBatch(ctx)) === 0) return;
  },
};

function tellBatch(ctx: LedgerContext): Promise<number> {
  return inTransaction(ctx.db, async (tx) => {
    const before = await horizonOf(tx);
    const rows: TakenLot[] = await tx.query(
      `select (lot).id, (lot).member_id, (lot).legal_entity, (lot).left_minor::float8, (lot).status, (lot).source, (lot).activates_at,
         (lot).expires_at, revision::float8 from books.take_changed_lots($1)`,
      [ENTRIES_MAX],
    );
    for (const lots of chunksOf(rows.map(lotSnapshotOf))) await recordEvent(tx, LotsTold, { lots }, ctx);
    const crossings = await listCrossings(tx, ENTRIES_OF_TRANSACTIONS, [before, await horizonOf(tx)]);
    for (const movements of chunksOf(crossings)) await recordEvent(tx, PointsCrossed, { movements }, ctx);
    return rows.length;
  });
}

/** The last transaction whose entries were told; from here on nobody else tells. */
async function horizonOf(tx: EntityManager): Promise<string> {
  const rows: { upto_xid: string }[] = await tx.query('select upto_xid from told_lots for update');
  if (!rows[0]) throw new Error('told_lots is empty');
  return rows[0].upto_xid;
}

/** A lot as a statement answers it. */
export interface TakenLot extends Pick<LotSnapshot, 'status' | 'source' | 'revision'> {
  readonly id: string;
  readonly member_id: string;
  readonly legal_entity: string;
  readonly left_minor: number;
  readonly activates_at: Date;
  readonly expires_at: Date | null;
}

/** A lot as events tell it. */
export function lotSnapshotOf({ status, source, revision, ...lot }: TakenLot): LotSnapshot {
  return {
    lotId: lot.id,
    memberId: lot.member_id,
    revision,
    status,
    leftMinor: lot.left_minor,
    activatesAt: lot.activates_at.toISOString(),
    expiresAt: lot.expires_at?.toISOString() ?? null,
    source,
    legalEntity: lot.legal_entity,
  };
}
