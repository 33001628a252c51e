import type { Job } from '@adal/service';
import { LessThanOrEqual } from 'typeorm';
import type { LedgerContext } from '../../context';
import { releaseHold } from './release-hold';
import { Reservation } from './reservation.entity';

/** Reservations looked up at a time. */
const BATCH_MAX = 200;

/** Holds that nobody confirmed or cancelled are given back when their time has passed. */
export const releaseExpiredHolds: Job<LedgerContext> = {
  name: 'release-expired-holds',
  everyMs: 5_000,
  run: async (ctx) => {
    for (;;) {
      const due = await ctx.db.getRepository(Reservation).find({
        where: { status: 'HELD', expiresAt: LessThanOrEqual(ctx.now) },
        order: { expiresAt: 'asc' },
        take: BATCH_MAX,
      });
      for (const { purchaseId } of due) await releaseHold(ctx, purchaseId, 'EXPIRED');
      if (due.length < BATCH_MAX) return;
    }
  },
};
