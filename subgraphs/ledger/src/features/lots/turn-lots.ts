import { inTransaction, type Job } from '@adal/service';
import type { LedgerContext } from '../../context';
import { settleWallets } from './settle-wallets';

/** Wallets settled in one transaction. */
const MEMBERS_MAX = 500;

/** Makes the job that settles, in batches, every wallet with a lot that `due` finds; it ends when there is none. */
export function turnLots(name: string, due: string): Job<LedgerContext> {
  return {
    name,
    everyMs: 15_000,
    run: async (ctx) => {
      for (;;) {
        const turned = await inTransaction(ctx.db, async (tx) => {
          const rows: { member_id: string }[] = await tx.query(
            `select l.member_id from lot l join account a on a.member_id = l.member_id
             where ${due} and (a.quiet_until is null or a.quiet_until < $1) limit ${MEMBERS_MAX}`,
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
