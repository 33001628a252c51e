import { inTransaction, type Job } from '@adal/service';
import type { LedgerContext } from '../../context';
import { settleWallets } from './settle-wallets';

/** Wallets settled in one transaction. */
const MEMBERS_MAX = 500;

/** The jobs wait this long after the last chunk of an import that books points of the past. */
const QUIET_SECONDS = 60;

/** Makes the job that settles, in batches, every wallet with a lot that `due` finds; it ends when there is none. */
export function turnLots(name: string, due: string): Job<LedgerContext> {
  return {
    name,
    everyMs: 15_000,
    run: async (ctx) => {
      for (;;) {
        const turned = await inTransaction(ctx.db, async (tx) => {
          const rows: { member_id: string }[] = await tx.query(
            `select l.member_id from lot l where ${due}
               and not exists (select 1 from import_pulse where beat_at > $1::timestamptz - interval '${QUIET_SECONDS} seconds') limit ${MEMBERS_MAX}`,
            [ctx.now],
          );
          if (rows.length === 0) return 0;
          return settleWallets(ctx, tx, [...new Set(rows.map((row) => row.member_id))]);
        });
        if (turned === 0) return;
      }
    },
  };
}
