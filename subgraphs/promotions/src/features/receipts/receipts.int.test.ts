import type { BookedReceipt } from '@adal/events';
import { newId } from '@adal/service';
import fc from 'fast-check';
import { aReceipt, aReturn } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';
import { onPurchaseConfirmed } from './on-purchase-confirmed';
import { onPurchaseReturned } from './on-purchase-returned';
import { onReceiptsImported } from './on-receipts-imported';
import { pastReceiptOf, type KeptReceipt } from './past-receipt.rules';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterAll(() => promotions.stop());

const sell = (receipt: BookedReceipt) => promotions.deliver(onPurchaseConfirmed, { receipt });
const giveBack = (receipt: BookedReceipt) =>
  promotions.deliver(onPurchaseReturned, { receipt, originalPurchaseId: receipt.originalPurchaseId });

/** What is kept of a member's purchases, as the engine would look back at it. */
async function keptOf(memberId: string) {
  const receipts: (KeptReceipt & { id: string })[] = await promotions.db
    .query(
      `select row_to_json(one) as kept from (select id, (extract(epoch from at) * 1000)::bigint as at, line_nos as "lineNos", labels, prices,
       quantities, amounts, returns from receipt where member_id = $1 and not is_returned order by at, id) one`,
      [memberId],
    )
    .then((rows: { kept: KeptReceipt & { id: string } }[]) => rows.map(({ kept }) => kept));
  const labels = await promotions.db.query(
    'select id, sku, category_path as "categoryPath", brand, attributes, array[]::text[] as sets from product_label',
  );
  const byId = new Map(labels.map((label: { id: number }) => [label.id, label]));
  return receipts.map((receipt) => ({ id: receipt.id, ...pastReceiptOf(receipt, byId as never) }));
}

const countsOf = async (memberId: string) =>
  (
    await promotions.db.query('select purchases, last_at as "lastAt" from member_purchases where member_id = $1', [
      memberId,
    ])
  )[0];

it('keeps a sale with its goods as they were labelled, once, however often it is told', async () => {
  const memberId = newId();
  const receipt = aReceipt({ memberId, channel: 'APP', payments: [{ tender: 'CARD', amountMinor: 100_000 }] });
  await sell(receipt);
  await sell(receipt);
  await promotions.deliver(onReceiptsImported, { importId: 'again', receipts: [receipt] });
  expect(await keptOf(memberId)).toEqual([
    {
      id: receipt.purchaseId,
      at: Date.parse(receipt.occurredAt),
      lines: [
        {
          ...{ sku: 'milk', category: 'Food > Milk', brand: 'Dala', attributes: {}, sets: [] },
          ...{ priceMinor: 50_000n, quantityMilli: 2_000n, amountMinor: 100_000n },
        },
      ],
    },
  ]);
  expect(await countsOf(memberId)).toEqual({ purchases: 1, lastAt: new Date(receipt.occurredAt) });
  const [row] = await promotions.db.query('select channel, tenders from receipt where id = $1', [receipt.purchaseId]);
  expect(row).toEqual({ channel: 'APP', tenders: [['CARD', 100_000]] });
});

it('takes what came back off the sale, whichever is heard of first', async () => {
  const [early, late] = [newId(), newId()];
  for (const memberId of [early, late]) {
    const receipt = aReceipt({ memberId });
    const back = aReturn(receipt, [[1, 500]]);
    await (memberId === early ? giveBack(back).then(() => sell(receipt)) : sell(receipt).then(() => giveBack(back)));
    await giveBack(back);
    const [kept] = await keptOf(memberId);
    expect(kept?.lines[0]).toMatchObject({ quantityMilli: 1_500n, amountMinor: 75_000n });
    expect(await countsOf(memberId)).toMatchObject({ purchases: 1 });
  }
});

it('forgets a purchase of which everything came back', async () => {
  const memberId = newId();
  const [first, second] = [aReceipt({ memberId, occurredAt: '2026-11-01T10:00:00Z' }), aReceipt({ memberId })];
  for (const receipt of [first, second]) await sell(receipt);
  await giveBack(aReturn(second, [[1, 2_000]]));
  expect((await keptOf(memberId)).map(({ id }) => id)).toEqual([first.purchaseId]);
  expect(await countsOf(memberId)).toEqual({ purchases: 1, lastAt: new Date(first.occurredAt) });
});

it('asks the catalogue what an imported line leaves out, and keeps that when the product changes', async () => {
  const memberId = newId();
  const name = `insert into product (sku, name, category_path, brand, attributes, updated_at) values ('boots', 'Boots', 'Shoes > Winter', 'Alma', '{"season": "winter"}', now())`;
  await promotions.db.query(name);
  const lines = aReceipt().lines.map((line) => ({ ...line, sku: 'boots', categoryPath: null, brand: null }));
  await promotions.deliver(onReceiptsImported, { importId: 'file', receipts: [aReceipt({ memberId, lines })] });
  await promotions.db.query(
    `update product set category_path = 'Sale', brand = null, attributes = '{}' where sku = 'boots'`,
  );
  const [kept] = await keptOf(memberId);
  expect(kept?.lines[0]).toMatchObject({ category: 'Shoes > Winter', brand: 'Alma', attributes: { season: 'winter' } });
});

it('leaves alone what a return takes from nobody knows where', async () => {
  const receipt = aReceipt({ memberId: newId() });
  await sell(receipt);
  const back = { ...aReturn(receipt, [[1, 500]]), originalPurchaseId: null };
  await promotions.deliver(onReceiptsImported, { importId: 'file', receipts: [back] });
  expect((await keptOf(receipt.memberId ?? ''))[0]?.lines[0]).toMatchObject({ quantityMilli: 2_000n });
});

it('agrees with a recount after any sales and returns, in any order, told again', async () => {
  const story = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      units: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
      back: fc.array(fc.record({ line: fc.nat(2), units: fc.integer({ min: 1, max: 5 }) }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(story, fc.infiniteStream(fc.nat()), async (sales, keys) => {
      const memberId = newId();
      const told: (() => Promise<void>)[] = [];
      const expected = { purchases: 0, minor: 0n, lastAt: null as Date | null };
      for (const { day, units, back } of sales) {
        const occurredAt = `2026-10-${String(day).padStart(2, '0')}T10:00:00.000Z`;
        const lines = units.map((count, index) => ({
          ...aReceipt().lines[0],
          lineNo: index + 1,
          quantityMilli: count * 1_000,
          amountMinor: count * 50_000,
        })) as BookedReceipt['lines'];
        const receipt = aReceipt({ memberId, occurredAt, lines });
        const left = [...units];
        const returns = back.flatMap(({ line, units: asked }) => {
          const taken = Math.min(asked, left[line] ?? 0);
          if (taken === 0) return [];
          left[line] = (left[line] ?? 0) - taken;
          return [aReturn(receipt, [[line + 1, taken * 1_000]])];
        });
        told.push(
          () => sell(receipt),
          () => sell(receipt),
        );
        for (const one of returns)
          told.push(
            () => giveBack(one),
            () => giveBack(one),
          );
        const kept = left.reduce((sum, count) => sum + count, 0);
        if (kept === 0) continue;
        expected.purchases += 1;
        expected.minor += BigInt(kept) * 50_000n;
        if (expected.lastAt === null || expected.lastAt < new Date(occurredAt)) expected.lastAt = new Date(occurredAt);
      }
      const order = told
        .map((tell) => ({ tell, key: keys.next().value ?? 0 }))
        .sort((one, other) => one.key - other.key);
      for (const { tell } of order) await tell();
      const past = await keptOf(memberId);
      const minor = past.flatMap(({ lines }) => lines).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
      expect({ purchases: past.length, minor, counted: await countsOf(memberId) }).toEqual({
        purchases: expected.purchases,
        minor: expected.minor,
        counted: { purchases: expected.purchases, lastAt: expected.lastAt },
      });
    }),
    { numRuns: 25 },
  );
});
