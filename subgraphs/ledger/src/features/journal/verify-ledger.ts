import type { LedgerContext } from '../../context';
import { CHECKS } from './ledger-checks';

/** What the check of the books found. */
export interface Verification {
  readonly ok: boolean;
  readonly entries: number;
  readonly postings: number;
  readonly accounts: number;
  readonly lots: number;
  /** The first bad row and what is wrong with it. */
  readonly fault: string | null;
}

/**
 * Checks the books in one snapshot: entries booked since an instant (all when null); running balances, lots, limits and returns
 * always from the beginning, for they are sums over everything.
 */
export async function verifyLedger(ctx: LedgerContext, since: Date | null): Promise<Verification> {
  return ctx.db.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('set local statement_timeout = 0');
    // Every check reads whole tables; for the sake of `limit 1` the planner would otherwise join them row by row.
    await tx.query('set local enable_nestloop = off');
    const counts: Record<'entries' | 'postings' | 'accounts' | 'lots', string>[] = await tx.query(
      `select (select count(*) from journal_entry where booked_at >= $1) as entries,
         (select count(*) from posting p join journal_entry e on e.seq = p.entry_seq where e.booked_at >= $1) as postings,
         (select count(*) from account) as accounts, (select count(*) from lot) as lots`,
      [since ?? new Date(0)],
    );
    let fault: string | null = null;
    for (const check of CHECKS) {
      const rows: { fault: string }[] = await tx.query(check.sql, check.windowed ? [since ?? new Date(0)] : []);
      fault = rows[0]?.fault ?? null;
      if (fault !== null) break;
    }
    const [count] = counts;
    return {
      ok: fault === null,
      entries: Number(count?.entries),
      postings: Number(count?.postings),
      accounts: Number(count?.accounts),
      lots: Number(count?.lots),
      fault,
    };
  });
}
