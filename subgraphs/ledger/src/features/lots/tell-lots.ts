import { LotsTold, recordEvent, type LotSnapshot } from '@adal/events';
import { inTransaction, type Job } from '@adal/service';
import type { LedgerContext } from '../../context';

/** Entries whose lots are told in one transaction. */
const ENTRIES_MAX = 2_000;
/** Lots of one event: about 300 KB. */
const CHUNK = 1_000;
/** Transactions of one run: the rest waits for the next, so that a stop is soon. */
const BATCHES_MAX = 50;

/** Tells the lots that changed, behind the tills' backs: a sale neither waits for it nor pays for it. */
export const tellLots: Job<LedgerContext> = {
  name: 'tell-lots',
  everyMs: 1_000,
  run: async (ctx) => {
    for (let batches = 0; batches < BATCHES_MAX; batches += 1) if ((await tellBatch(ctx)) === 0) return;
  },
};

function tellBatch(ctx: LedgerContext): Promise<number> {
  return inTransaction(ctx.db, async (tx) => {
    const rows: TakenLot[] = await tx.query(
      `select (lot).id, (lot).member_id, (lot).legal_entity, (lot).left_minor::float8, (lot).status, (lot).source, (lot).activates_at,
         (lot).expires_at, revision::float8 from books.take_changed_lots($1)`,
      [ENTRIES_MAX],
    );
    for (let from = 0; from < rows.length; from += CHUNK)
      await recordEvent(tx, LotsTold, { lots: rows.slice(from, from + CHUNK).map(lotSnapshotOf) }, ctx);
    return rows.length;
  });
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
