import { inTransaction, type Job } from '@adal/service';
import { LessThanOrEqual } from 'typeorm';
import type { LedgerContext } from '../../context';
import { AdjustmentRow } from './adjustment.entity';
import { takeStep } from './take-step';

/** Proposals looked up at a time. */
const BATCH_MAX = 200;

/** Proposals that nobody has decided in time are over. */
export const lapseProposals: Job<LedgerContext> = {
  name: 'lapse-proposals',
  everyMs: 60_000,
  run: async (ctx) => {
    for (;;) {
      const lapsed = await inTransaction(ctx.db, async (tx) => {
        const due = await tx.getRepository(AdjustmentRow).find({
          where: { status: 'PROPOSED', lapsesAt: LessThanOrEqual(ctx.now) },
          order: { id: 'asc' },
          take: BATCH_MAX,
          lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
        });
        for (const proposal of due) await takeStep(ctx, tx, proposal, { kind: 'LAPSED', note: null });
        return due.length;
      });
      if (lapsed < BATCH_MAX) return;
    }
  },
};
