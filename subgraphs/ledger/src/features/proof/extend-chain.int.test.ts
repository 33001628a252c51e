import { merkleRoot, rootOfBlock, sha256 } from '@adal/events';
import { chainAll } from '../../../test/chain';
import { startLedger, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';
import { ChainBlockRow } from './chain-block.entity';
import { headerOf } from './chain.queries';
import { extendChain } from './extend-chain';

let ledger: TestLedger;
beforeEach(async () => void (ledger = await startLedger()));
afterEach(() => ledger.stop());

const chain = (): Promise<void> => chainAll(ledger);
const blocks = (): Promise<ChainBlockRow[]> =>
  ledger.db.getRepository(ChainBlockRow).find({ order: { height: 'asc' } });

it('chains entries, receipts and returns in the order of their transactions, each once', async () => {
  const till = tillOf(ledger);
  const memberId = await ledger.haveMember();
  await till.sell('p1', [{ earnedMinor: 500 }], { memberId });
  await chain();
  await till.sell('p2', [{ spentMinor: 100 }, {}], { memberId });
  await till.giveBack({ returnId: 'r2', purchaseId: 'p2' });
  await chain();
  await chain();
  const [first, second, ...more] = await blocks();
  expect(first).toMatchObject({ height: 1n, firstPosition: 1n, items: 2, keys: ['receipt p1', 'entry 1'] });
  expect(second).toMatchObject({
    height: 2n,
    firstPosition: 3n,
    keys: ['receipt p2', 'entry 2', 'return r2', 'entry 3'],
  });
  expect(more).toEqual([]);
  for (const block of [first, second]) {
    if (!block) throw new Error('No block');
    expect(block.merkleRoot).toEqual(merkleRoot(block.leaves));
    expect(block.root.toString('hex')).toBe(rootOfBlock(headerOf(block)));
  }
  expect(second?.previousRoot).toEqual(first?.root);
});

it('tells the other contexts every root', async () => {
  await tillOf(ledger).sell('p1', [{}]);
  await chain();
  const [block] = await blocks();
  expect(await ledger.recorded('ledger.chain.extended.v1')).toMatchObject([
    { height: 1, items: 1, root: block?.root.toString('hex') },
  ]);
});

it('waits for a transaction that still runs, so that nothing ever slips in below', async () => {
  const till = tillOf(ledger);
  const slow = ledger.db.createQueryRunner();
  await slow.startTransaction();
  await slow.query("insert into till values ('S1', 'slow', now())");
  await till.sell('p1', [{}]);
  await extendChain.run(ledger.context());
  expect(await blocks()).toEqual([]);
  await slow.commitTransaction();
  await slow.release();
  await chain();
  expect(await blocks()).toMatchObject([{ keys: ['receipt p1'] }]);
});

it('never parts a transaction', async () => {
  await ledger.db.query(`
    insert into purchase (id, content_hash, kind, store_id, occurred_at, recorded_at, business_day, business_hour, legal_entity,
      total_minor, discount_minor, payable_minor, points_spent_minor, points_earned_minor, points_booked)
    select 'many-' || n, '', 'SALE', 'S1', now(), now(), now(), 1, 'MAIN', 0, 0, 0, 0, 0, true from generate_series(1, 1500) n`);
  for (const id of ['p1', 'p2']) await tillOf(ledger).sell(id, [{}]);
  await chain();
  expect(await blocks()).toMatchObject([{ items: 1500 }, { firstPosition: 1501n, keys: ['receipt p1', 'receipt p2'] }]);
});

it('hashes the text of an item, whatever the session says of times', async () => {
  await tillOf(ledger).sell('p1', [{}]);
  await chain();
  const [block] = await blocks();
  const text = await ledger.db.transaction(async (tx) => {
    await tx.query("set local timezone = 'UTC'");
    const rows: { content: string }[] = await tx.query('select content from books.chain_item where xid <= $1', [
      block?.uptoXid,
    ]);
    return rows[0]?.content ?? '';
  });
  expect(text).toContain('S1');
  expect(block?.leaves).toEqual([sha256(text)]);
});

it('stops when transactions are counted anew, as after a restore from a dump', async () => {
  await tillOf(ledger).sell('p1', [{}]);
  await chain();
  await ledger.db.query('alter table chain_block disable trigger user; update chain_block set upto_xid = 2 ^ 50');
  await expect(extendChain.run(ledger.context())).rejects.toThrow('set the counter');
});
