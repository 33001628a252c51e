import { inTransaction } from '@adal/service';
import type { DataSource, EntityManager } from 'typeorm';
import { mustWait, remembered, type Failures } from './sign-in.rules';

type Row = Failures & { readonly key: string };

/**
 * Counts a try as failed before the password is looked at, so that a hundred tries at once count as a hundred. False when the
 * e-mail or the address has to wait.
 */
export async function beginTry(db: DataSource, keys: readonly string[], now: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    // In key order: two tries with the same keys would otherwise deadlock.
    await tx.query(
      `insert into sign_in_throttle (key, failures, failed_at) select key, 0, $2 from unnest($1::text[]) as key order by key on conflict do nothing`,
      [keys, now],
    );
    const rows: Row[] = await tx.query(
      `select key, split_part(key, ':', 1) as kind, failures, failed_at as "failedAt" from sign_in_throttle where key = any($1) order by key for update`,
      [keys],
    );
    if (rows.some((row) => mustWait(row, now))) return false;
    await setFailures(
      tx,
      rows.map((row) => ({ key: row.key, failures: remembered(row, now) + 1 })),
      now,
    );
    return true;
  });
}

/** Takes a try back that succeeded: the e-mail begins anew, the address is as it was. */
export async function endTry(tx: EntityManager, keys: readonly string[]): Promise<void> {
  await tx.query(
    `update sign_in_throttle set failures = case when key like 'email:%' then 0 else greatest(failures - 1, 0) end where key = any($1)`,
    [keys],
  );
}

async function setFailures(
  tx: EntityManager,
  rows: readonly { key: string; failures: number }[],
  now: Date,
): Promise<void> {
  await tx.query(
    `update sign_in_throttle t set failures = n.failures, failed_at = $3
     from unnest($1::text[], $2::integer[]) as n (key, failures) where t.key = n.key`,
    [rows.map((row) => row.key), rows.map((row) => row.failures), now],
  );
}
