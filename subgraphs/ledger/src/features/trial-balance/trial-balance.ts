import { sum } from '@adal/money';
import type { LedgerContext } from '../../context';
import { ACCOUNTS, justAfter, queryMoved, type AccountKind } from '../journal';

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

/** Sums what had happened by `asOf`: members' wallets by kind, the programme's accounts by legal entity. */
export async function readTrialBalance(ctx: LedgerContext, asOf: Date | null): Promise<TrialBalance> {
  const rows = await queryMoved<{ account: AccountKind; legal_entity: string | null; balance: string }>(
    ctx,
    { axis: 'OCCURRED', before: asOf && justAfter(asOf) },
    `, sides as (
         select source as account, legal_entity, -amount as amount from moved union all select destination, legal_entity, amount from moved)
     select account, case when account in ('AVAILABLE', 'PENDING', 'HELD') then null else legal_entity end as legal_entity, sum(amount) as balance
     from sides group by 1, 2 order by 2 nulls first`,
  );
  const accounts = rows
    .sort((one, other) => ACCOUNTS.indexOf(one.account) - ACCOUNTS.indexOf(other.account))
    .map((row) => ({
      account: `${row.legal_entity === null ? 'member/' : ''}${row.account.toLowerCase()}`,
      legalEntity: row.legal_entity,
      balance: BigInt(row.balance),
    }));
  return { asOf: asOf ?? ctx.now, accounts, total: sum(accounts.map(({ balance }) => balance)) };
}
