import { sum } from '@adal/money';
import type { LedgerContext } from '../../context';

/** Sums of every account as of an instant. */
export interface TrialBalance {
  readonly asOf: Date;
  readonly accounts: AccountSum[];
  readonly total: bigint;
}

export interface AccountSum {
  readonly account: string;
  readonly legalEntity: string | null;
  readonly balance: bigint;
}

/** Sums every posting of what had happened by `asOf`: members' wallets by kind, the programme's accounts by legal entity. */
export async function readTrialBalance(ctx: LedgerContext, asOf: Date | null): Promise<TrialBalance> {
  const rows: { account: string; legal_entity: string | null; balance: string }[] = await ctx.db.query(
    `select p.account, p.legal_entity, sum(p.amount_minor) as balance
     from posting p ${asOf ? 'join journal_entry e on e.seq = p.entry_seq and e.occurred_at <= $1' : ''}
     group by p.account, p.legal_entity
     order by array_position(array['AVAILABLE', 'PENDING', 'HELD', 'ISSUED', 'REDEEMED', 'EXPIRED', 'ADJUSTED', 'MIGRATED'], p.account), p.legal_entity`,
    asOf ? [asOf] : [],
  );
  const accounts = rows.map((row) => ({
    account: `${row.legal_entity === null ? 'member/' : ''}${row.account.toLowerCase()}`,
    legalEntity: row.legal_entity,
    balance: BigInt(row.balance),
  }));
  return { asOf: asOf ?? ctx.now, accounts, total: sum(accounts.map(({ balance }) => balance)) };
}
