import { OperatorError, type GatewayClient } from '../gateway-client';
import { showProgress } from '../progress';

/** What to check; everything when nothing is named. */
export interface VerifyOptions {
  readonly since?: string;
  readonly member?: string;
  /** `height:root` as it was kept elsewhere. */
  readonly anchor?: string;
}

interface Verification {
  readonly ok: boolean;
  readonly entries: number;
  readonly postings: number;
  readonly accounts: number;
  readonly lots: number;
  readonly chained: number;
  readonly fault: string | null;
}

type Print = (line: string) => void;

/** Checks the books; answers false and names the first bad row when something is wrong. */
export async function verifyLedger(client: GatewayClient, print: Print, options: VerifyOptions): Promise<boolean> {
  const isWhole = options.since === undefined && options.member === undefined;
  const { verifyLedger: found, trialBalance } = await client.ask<{
    verifyLedger: Verification;
    trialBalance: { total: string; accounts: { account: string; legalEntity: string | null; balance: string }[] };
  }>(
    `query Verify($since: DateTime, $member: ID, $chain: Boolean) {
      verifyLedger(since: $since, memberId: $member, chain: $chain) { ok entries postings accounts lots chained fault }
      trialBalance { total accounts { account legalEntity balance } }
    }`,
    // A chain of millions is checked stretch by stretch, below.
    { since: options.since ?? null, member: options.member ?? null, chain: !isWhole },
  );
  for (const account of trialBalance.accounts) {
    print(`${account.account.padEnd(20)} ${(account.legalEntity ?? '').padEnd(24)} ${account.balance.padStart(18)}`);
  }
  print(`${'sum'.padEnd(45)} ${trialBalance.total.padStart(18)}`);
  const chain = isWhole && found.ok ? await verifyChain(client) : { items: found.chained, fault: null };
  const fault = found.fault ?? chain.fault ?? (await anchorFault(client, options.anchor));
  const counted = `${found.entries} entries, ${found.postings} postings, ${found.accounts} accounts, ${found.lots} lots, ${chain.items} items of the chain`;
  const isRight = found.ok && fault === null;
  print(
    isRight
      ? `The ledger is right: ${counted} checked.`
      : `The ledger is WRONG: ${fault ?? 'no row was named'} (${counted} checked).`,
  );
  return isRight && Number(trialBalance.total) === 0;
}

async function verifyChain(client: GatewayClient): Promise<{ items: number; fault: string | null }> {
  const progress = showProgress('chain');
  try {
    for (let from = 1, items = 0; ;) {
      const { verifyChain: found } = await client.ask<{
        verifyChain: { items: number; upto: number; height: number; fault: string | null };
      }>('query VerifyChain($from: Int) { verifyChain(fromHeight: $from) { items upto height fault } }', { from });
      items += found.items;
      if (found.fault !== null || found.upto >= found.height) return { items, fault: found.fault };
      progress.update(found.upto / found.height, items, `block ${found.upto} of ${found.height}`);
      from = found.upto + 1;
    }
  } finally {
    progress.stop();
  }
}

/** A chain that was rewritten from some block on agrees with itself, and with nothing that was kept elsewhere. */
async function anchorFault(client: GatewayClient, anchor: string | undefined): Promise<string | null> {
  if (anchor === undefined) return null;
  const [, height, root] = /^(\d+):([0-9a-f]{64})$/.exec(anchor) ?? [];
  if (height === undefined || root === undefined) throw new OperatorError('An anchor is <height>:<root in hex>.');
  const { chainBlock } = await client.ask<{ chainBlock: { root: string } | null }>(
    'query ChainBlock($height: Int) { chainBlock(height: $height) { root } }',
    { height: Number(height) },
  );
  if (chainBlock === null) return `block ${height} of the chain is gone, and its root was kept elsewhere`;
  return chainBlock.root === root ? null : `block ${height} of the chain has root ${chainBlock.root}, kept was ${root}`;
}
