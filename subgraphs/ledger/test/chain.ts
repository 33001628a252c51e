import { eventually } from '@adal/testkit';
import { extendChain } from '../src/features/proof';
import type { TestLedger } from './harness';

/** Chains all that was booked, once no other test on the same Postgres runs a transaction that is older. */
export async function chainAll(ledger: TestLedger): Promise<void> {
  await eventually(async () => {
    const open: unknown[] = await ledger.db.query(`
      select 1 from (select booked_xid from journal_entry union all select booked_xid from purchase union all select booked_xid from purchase_return
        union all select booked_xid from extension) b
      where booked_xid >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint limit 1`);
    return open.length === 0;
  });
  await extendChain.run(ledger.context());
}
