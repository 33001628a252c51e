import { inTransaction } from '@adal/service';
import type { LedgerContext } from '../../context';
import { settleWallets } from './settle-wallets';

/** Turns over one member's lots whose day has come, ahead of the jobs: the member is about to spend. */
export async function settleWalletNow(ctx: LedgerContext, memberId: string): Promise<void> {
  await inTransaction(ctx.db, (tx) => settleWallets(ctx, tx, [memberId]));
}
