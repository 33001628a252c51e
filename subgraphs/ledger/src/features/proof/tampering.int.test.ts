import { merkleRoot, rootOfBlock, sha256 } from '@adal/events';
import type { EntityManager } from 'typeorm';
import { chainAll } from '../../../test/chain';
import { startLedger, type TestLedger } from '../../../test/harness';
import { COFFEE, TAMPERINGS } from '../../../test/tamperings';
import { tillOf } from '../../../test/till';
import { ChainBlockRow } from './chain-block.entity';
import { headerOf } from './chain.queries';
import { verifyChain } from './verify-chain';
import { verifyBooks } from './verify-ledger';

let ledger: TestLedger;
let memberId: string;
let other: string;

/** Three blocks: points earned; a sale that spends, of two lines and two payments; another member's sale and a return. */
beforeAll(async () => {
  ledger = await startLedger();
  const till = tillOf(ledger);
  [memberId, other] = [await ledger.haveMember(), await ledger.haveMember()];
  await till.sell('p1', [{ earnedMinor: 10_000 }], { memberId });
  await chainAll(ledger);
  const quote = ledger.quote([{ quantityMilli: 2_000, spentMinor: 4_000, earnedMinor: 500 }, { sku: 'TEA' }], {
    memberId,
  });
  const payments = [
    { tender: 'CASH', amount: '1960.00' },
    { tender: 'CARD', amount: '1000.00' },
  ];
  expect(await till.confirm({ purchaseId: 'p2', quote, payments })).toMatchObject({ __typename: 'PurchaseConfirmed' });
  await chainAll(ledger);
  await till.sell('p3', [{ earnedMinor: 700 }], { memberId: other });
  await till.sell('p4', [{}]);
  await till.giveBack({ returnId: 'r2', purchaseId: 'p2', lines: [{ lineNo: 1, quantity: '1' }] });
  await chainAll(ledger);
});
afterAll(() => ledger.stop());

interface Found {
  readonly ok: boolean;
  readonly chained: number;
  readonly fault: string | null;
}

async function verify(scope: object = {}): Promise<Found> {
  const { data, errors } = await ledger.ask<{ verifyLedger: Found }>(
    'query ($since: DateTime, $memberId: ID) { verifyLedger(since: $since, memberId: $memberId) { ok chained fault } }',
    scope,
  );
  expect(errors).toEqual([]);
  return data.verifyLedger;
}

/** Changes what somebody with all rights in the database could change, looks, and undoes it. */
async function afterTampering<T>(sql: string, look: (tx: EntityManager) => Promise<T>): Promise<T> {
  const runner = ledger.db.createQueryRunner();
  await runner.startTransaction('REPEATABLE READ');
  try {
    for (const table of ['posting', 'journal_entry', 'chain_block'])
      await runner.query(`alter table ${table} disable trigger user`);
    await runner.query(sql);
    return await look(runner.manager);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

it('finds every item in the chain', async () => {
  expect(await verify()).toEqual({ ok: true, chained: 9, fault: null });
  expect(await verify({ memberId })).toEqual({ ok: true, chained: 6, fault: null });
  expect(await verify({ memberId: other })).toEqual({ ok: true, chained: 2, fault: null });
  expect(await verify({ since: '2030-01-01T00:00:00Z' })).toEqual({ ok: true, chained: 0, fault: null });
});

it.each(TAMPERINGS)('names %s', async (_what, tampering, fault) => {
  const found = await afterTampering(tampering, (tx) => verifyBooks([tx]));
  expect(found).toMatchObject({ ok: false, fault: expect.stringMatching(fault) });
});

async function reforge(tx: EntityManager, height: number, key: string): Promise<string> {
  const texts: { content: string }[] = await tx.query('select content from books.chain_item where key = $1', [key]);
  const block = await tx.getRepository(ChainBlockRow).findOneByOrFail({ height: BigInt(height) });
  const leaves = block.leaves.with(block.keys.indexOf(key), sha256(texts[0]?.content ?? ''));
  const forged = { ...block, leaves, merkleRoot: merkleRoot(leaves) };
  const root = rootOfBlock(headerOf(forged));
  await tx.query('update chain_block set leaves = $2, merkle_root = $3, root = $4 where height = $1', [
    height,
    leaves,
    forged.merkleRoot,
    Buffer.from(root, 'hex'),
  ]);
  return root;
}

it('names a block whose hash was made to fit a changed row, when the next block was not', async () => {
  const found = await afterTampering(COFFEE, async (tx) => {
    await reforge(tx, 2, 'receipt p2');
    return verifyBooks([tx]);
  });
  expect(found).toMatchObject({ ok: false, fault: expect.stringMatching(/^block 3 .*does not follow/) });
});

it('gives a chain that was forged to its end another root than others have kept', async () => {
  const [, , kept] = await ledger.recorded<{ root: string }>('ledger.chain.extended.v1');
  const { data } = await ledger.ask<{ chainBlock: { root: string } }>('{ chainBlock(height: 3) { root } }');
  expect(data.chainBlock.root).toBe(kept?.root);
  const { found, root } = await afterTampering("update purchase set cashier_id = 'C9' where id = 'p4'", async (tx) => ({
    root: await reforge(tx, 3, 'receipt p4'),
    found: await verifyBooks([tx]),
  }));
  expect(found.ok).toBe(true);
  expect(root).not.toBe(kept?.root);
});

it('looks at one member alone when asked to', async () => {
  const [own, others] = await afterTampering(COFFEE, async (tx) => [
    await verifyBooks([tx], { since: null, memberId, chain: true }),
    await verifyBooks([tx], { since: null, memberId: other, chain: true }),
  ]);
  expect(own).toMatchObject({ ok: false, fault: expect.stringMatching(/^receipt p2 /) });
  expect(others).toMatchObject({ ok: true });
});

it('checks the chain stretch by stretch', async () => {
  const ask = async (fromHeight: number, blocks: number): Promise<unknown> => {
    const { data, errors } = await ledger.ask<{ verifyChain: unknown } | null>(
      'query ($fromHeight: Int, $blocks: Int) { verifyChain(fromHeight: $fromHeight, blocks: $blocks) { ok items upto height fault } }',
      { fromHeight, blocks },
    );
    return data?.verifyChain ?? errors;
  };
  expect(await ask(1, 2)).toEqual({ ok: true, items: 4, upto: 2, height: 3, fault: null });
  expect(await ask(3, 2)).toEqual({ ok: true, items: 5, upto: 3, height: 3, fault: null });
  expect(await ask(0, 2)).toEqual(['BAD_USER_INPUT']);
  const [before, within] = await afterTampering(COFFEE, async (tx) => [
    await verifyChain([tx], 1n, 1n),
    await verifyChain([tx], 2n, 3n),
  ]);
  expect(before?.fault).toBeNull();
  expect(within?.fault).toMatch(/^receipt p2 /);
});
