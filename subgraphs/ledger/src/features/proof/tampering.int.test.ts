import { merkleRoot, rootOfBlock, sha256 } from '@adal/events';
import type { EntityManager } from 'typeorm';
import { chainAll } from '../../../test/chain';
import { startLedger, type TestLedger } from '../../../test/harness';
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

/** The wallet, the lot and all that follows are changed as well, so that every sum agrees. */
const CONSISTENT_GIFT = `
  update posting set amount_minor = amount_minor + 100 where entry_seq = 1;
  update lot set amount_minor = amount_minor + 100, left_minor = left_minor + 100 where opened_by = 1;
  update journal_entry set available_after_minor = available_after_minor + 100 where member_id = (select member_id from lot where opened_by = 1);
  update account set available_minor = available_minor + 100 where member_id = (select member_id from lot where opened_by = 1);
  update purchase set points_earned_minor = points_earned_minor + 100 where id = 'p1';
  update purchase_line set points_earned_minor = points_earned_minor + 100 where purchase_id = 'p1'`;

const SWAPPED = (one: number, two: number): string => `
  update journal_entry set seq = case seq when ${one} then -${two} else -${one} end where seq in (${one}, ${two});
  update journal_entry set seq = -seq where seq < 0;
  update posting set entry_seq = case entry_seq when ${one} then -${two} else -${one} end where entry_seq in (${one}, ${two});
  update posting set entry_seq = -entry_seq where entry_seq < 0;
  update lot set opened_by = case opened_by when ${one} then ${two} when ${two} then ${one} else opened_by end`;

const COPIED_RECEIPT = `
  insert into purchase select 'p9', content_hash, kind, receipt_number, store_id, till_id, cashier_id, member_id, occurred_at, recorded_at,
    business_day, business_hour, legal_entity, total_minor, discount_minor, payable_minor, points_spent_minor, points_earned_minor,
    points_booked, points_activate_at, points_expire_at, import_id, shortfall_policy, booked_xid from purchase where id = 'p4';
  insert into purchase_line select 'p9', line_no, sku, name, category_path, brand, quantity_milli, price_minor, total_minor, discount_minor,
    amount_minor, cost_minor, points_spent_minor, points_earned_minor, discounts, promotion_ids from purchase_line where purchase_id = 'p4'`;

const COFFEE = "update purchase_line set sku = 'COFFEE' where purchase_id = 'p2' and line_no = 2";

it('finds every item in the chain', async () => {
  expect(await verify()).toEqual({ ok: true, chained: 9, fault: null });
  expect(await verify({ memberId })).toEqual({ ok: true, chained: 6, fault: null });
  expect(await verify({ memberId: other })).toEqual({ ok: true, chained: 2, fault: null });
  expect(await verify({ since: '2030-01-01T00:00:00Z' })).toEqual({ ok: true, chained: 0, fault: null });
});

it.each([
  [
    'a time of an entry',
    "update journal_entry set occurred_at = occurred_at - interval '1 day' where seq = 2",
    /^entry 2 /,
  ],
  ['a note of an entry', "update journal_entry set note = 'Gift' where seq = 2", /^entry 2 /],
  ['a kind of an entry', "update journal_entry set kind = 'GRANT' where seq = 1", /^entry 1 |purchase p1 /],
  ['the purchase of an entry', "update journal_entry set purchase_id = 'p4' where seq = 1", /^entry 1 /],
  ['the id of an entry', 'update journal_entry set id = gen_random_uuid() where seq = 3', /^entry 3 /],
  ['a business day of an entry', 'update journal_entry set business_day = business_day + 1 where seq = 3', /^entry 3 /],
  ['the transaction of an entry', 'update journal_entry set booked_xid = booked_xid + 1 where seq = 1', /entry 1 /],
  ['two entries that changed places with all that is theirs', SWAPPED(1, 3), /entry [123] /],
  ['two entries of a wallet that changed places', SWAPPED(1, 2), /entry [12] /],
  ['a number within a wallet', 'update journal_entry set member_seq = 7 where seq = 2', /^entry 2 .* number 7/],
  [
    'an entry that is gone',
    'delete from posting where entry_seq = 3; delete from journal_entry where seq = 3',
    /^wallet of member .* 1 entries by its row, 0/,
  ],
  ['points given with every sum made to agree', CONSISTENT_GIFT, /^receipt p1 .*reads/],
  [
    'a posting to another lot',
    "update posting set lot_id = (select id from lot where opened_by = 2) where entry_seq = 2 and source = 'AVAILABLE'",
    /lot |entry 2/,
  ],
  [
    'a posting from another account',
    "update posting set destination = 'EXPIRED' where destination = 'REDEEMED'",
    /p2|entry/,
  ],
  ['a posting that is gone', "delete from posting where entry_seq = 2 and source = 'AVAILABLE'", /^entry 2 /],
  [
    'a posting that was added',
    "insert into posting select entry_seq, lot_id, 'ISSUED', 'REDEEMED', legal_entity, 5 from posting where entry_seq = 1",
    /lot |entry 1|purchase p1 /,
  ],
  [
    'the expiry of a lot',
    "update lot set expires_at = expires_at + interval '1 year' where opened_by = 1",
    /^entry 1 .*lot it opened/,
  ],
  [
    'the activation of a lot',
    "update lot set activates_at = activates_at - interval '1 day' where opened_by = 3",
    /^entry 3 /,
  ],
  ['where a lot came from', "update lot set source = 'GRANT', purchase_id = null where opened_by = 2", /^entry 2 /],
  ['who opened a lot', 'update lot set opened_by = 2 where opened_by = 1', /^lot .* entry 2 that opened it/],
  [
    'whose a lot is',
    'update lot set member_id = (select member_id from lot where opened_by = 3) where opened_by = 1',
    /lot /,
  ],
  [
    'the time of a receipt',
    "update purchase set occurred_at = occurred_at + interval '1 hour' where id = 'p4'",
    /^receipt p4 /,
  ],
  ['the cashier of a receipt', "update purchase set cashier_id = 'C9' where id = 'p4'", /^receipt p4 /],
  ['the store of a receipt', "update purchase set store_id = 'S2' where id = 'p1'", /^receipt p1 /],
  ['the member of a receipt', "update purchase set member_id = null where id = 'p3'", /p3/],
  ['the goods of a line', COFFEE, /^receipt p2 .*COFFEE/],
  ['a quantity', "update purchase_line set quantity_milli = 3000 where purchase_id = 'p4'", /^receipt p4 /],
  ['lines that changed places', "update purchase_line set line_no = 10 - line_no where purchase_id = 'p2'", /p2/],
  ['a payment', "update payment set tender = 'GIFT CARD' where purchase_id = 'p2' and n = 1", /^receipt p2 /],
  ['a payment that is gone', "delete from payment where purchase_id = 'p2' and n = 0", /^receipt p2 /],
  ['a receipt that was added in the middle', COPIED_RECEIPT, /^receipt p9 .*added later/],
  [
    'a receipt that is gone',
    "delete from purchase_line where purchase_id = 'p4'; delete from purchase where id = 'p4'",
    /^receipt p4 .*is gone/,
  ],
  ['a refund', "update purchase_return set refund_minor = 1 where id = 'r2'", /^return r2 /],
  ['a line of a return', "update return_line set total_minor = 1 where return_id = 'r2'", /^return r2 /],
  ['a return that is gone', 'delete from return_line; delete from purchase_return', /return r2 .*is gone/],
  ['a block in the middle that is gone', 'delete from chain_block where height = 2', /^block 2 of the chain is gone/],
  ['the first block gone', 'delete from chain_block where height = 1', /^block 1 of the chain is gone/],
  [
    'a block before the first',
    'insert into chain_block select 0, previous_root, merkle_root, root, first_position, items, 1, chained_at, keys, leaves from chain_block where height = 1',
    /^block 0 /,
  ],
  [
    'the time of a block',
    "update chain_block set chained_at = chained_at + interval '1 s' where height = 3",
    /^block 3 .*root/,
  ],
  ['how far a block reaches', 'update chain_block set upto_xid = upto_xid - 1 where height = 3', /^block 3 .*root/],
  ['the keys of a block', 'update chain_block set keys = array_reverse(keys) where height = 1', /receipt p1 |entry 1 /],
  ['a hash in a block', "update chain_block set leaves[1] = sha256('x') where height = 2", /^block 2 .*Merkle root/],
  [
    'an item more in a block',
    "update chain_block set keys = keys || 'entry 77'::text, leaves = leaves || sha256('x') where height = 2",
    /^block 2 .*lists/,
  ],
])('names %s', async (_what, tampering, fault) => {
  const found = await afterTampering(tampering, (tx) => verifyBooks(tx));
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
    return verifyBooks(tx);
  });
  expect(found).toMatchObject({ ok: false, fault: expect.stringMatching(/^block 3 .*does not follow/) });
});

it('gives a chain that was forged to its end another root than others have kept', async () => {
  const [, , kept] = await ledger.recorded<{ root: string }>('ledger.chain.extended.v1');
  const { data } = await ledger.ask<{ chainBlock: { root: string } }>('{ chainBlock(height: 3) { root } }');
  expect(data.chainBlock.root).toBe(kept?.root);
  const { found, root } = await afterTampering("update purchase set cashier_id = 'C9' where id = 'p4'", async (tx) => ({
    root: await reforge(tx, 3, 'receipt p4'),
    found: await verifyBooks(tx),
  }));
  expect(found.ok).toBe(true);
  expect(root).not.toBe(kept?.root);
});

it('looks at one member alone when asked to', async () => {
  const [own, others] = await afterTampering(COFFEE, async (tx) => [
    await verifyBooks(tx, { since: null, memberId, chain: true }),
    await verifyBooks(tx, { since: null, memberId: other, chain: true }),
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
    await verifyChain(tx, 1n, 1n),
    await verifyChain(tx, 2n, 3n),
  ]);
  expect(before?.fault).toBeNull();
  expect(within?.fault).toMatch(/^receipt p2 /);
});
