import type { GatewayClient } from '../gateway-client';

/** Checks the books; answers false and names the first bad row when something is wrong. */
export async function verifyLedger(
  client: GatewayClient,
  print: (line: string) => void,
  since?: string,
): Promise<boolean> {
  const { verifyLedger: found, trialBalance } = await client.ask<{
    verifyLedger: {
      ok: boolean;
      entries: number;
      postings: number;
      accounts: number;
      lots: number;
      fault: string | null;
    };
    trialBalance: { total: string; accounts: { account: string; legalEntity: string | null; balance: string }[] };
  }>(
    `query Verify($since: DateTime) {
      verifyLedger(since: $since) { ok entries postings accounts lots fault }
      trialBalance { total accounts { account legalEntity balance } }
    }`,
    { since: since ?? null },
  );
  for (const account of trialBalance.accounts) {
    print(`${account.account.padEnd(20)} ${(account.legalEntity ?? '').padEnd(24)} ${account.balance.padStart(18)}`);
  }
  print(`${'sum'.padEnd(45)} ${trialBalance.total.padStart(18)}`);
  const counted = `${found.entries} entries, ${found.postings} postings, ${found.accounts} accounts, ${found.lots} lots`;
  print(
    found.ok
      ? `The ledger is right: ${counted} checked.`
      : `The ledger is WRONG: ${found.fault ?? 'no row was named'} (${counted} checked).`,
  );
  return found.ok && Number(trialBalance.total) === 0;
}
