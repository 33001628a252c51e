import fc from 'fast-check';
import { aLine, aReceipt } from '../../test/builders';
import { engines } from '../../test/golden/engines';
import { collectFacts } from '../features/ingest/event.facts';
import { receiptFacts } from '../features/ingest/receipt.facts';
import type { Row } from './analytics-store';
import { memberFeatures } from './member-features';
import { columnName } from './tables';

/** A purchase of one to three pieces of a thing, and what comes back of it: once, twice, more than was sold, never. */
const purchase = fc.record({
  member: fc.integer({ min: 0, max: 3 }),
  store: fc.integer({ min: 0, max: 2 }),
  day: fc.integer({ min: 10, max: 14 }),
  hour: fc.integer({ min: 0, max: 9 }),
  pieces: fc.integer({ min: 1, max: 3 }),
  priceMinor: fc.integer({ min: 1, max: 900 }),
  costed: fc.boolean(),
  promo: fc.boolean(),
  back: fc.array(fc.record({ pieces: fc.integer({ min: 1, max: 3 }), names: fc.boolean() }), { maxLength: 2 }),
});
type Purchase = typeof purchase extends fc.Arbitrary<infer T> ? T : never;
type Booked = ReturnType<typeof receiptFacts>;

const memberOf = (run: number, member: number): string =>
  `00000000-0000-7000-8000-${String(run * 10 + member).padStart(12, '0')}`;

function receiptsOf(run: number, purchases: readonly Purchase[]): Booked[] {
  return purchases.flatMap((bought, index) => {
    const of = (id: string, pieces: number, original: string | null): Booked => {
      const amountMinor = pieces * bought.priceMinor;
      const line = aLine({
        quantityMilli: pieces * 1_000,
        amountMinor,
        discountMinor: pieces * 3,
        costMinor: bought.costed ? pieces * 11 : null,
        pointsEarnedMinor: pieces * 5,
        pointsSpentMinor: pieces * 2,
        promotionIds: bought.promo ? ['P'] : [],
      });
      return receiptFacts(
        aReceipt({
          purchaseId: `${run}-${id}`,
          kind: pieces < 0 ? 'RETURN' : 'SALE',
          originalPurchaseId: original,
          memberId: memberOf(run, bought.member),
          storeId: `S${bought.store}`,
          businessDay: `2026-03-${bought.day}`,
          occurredAt: `2026-03-${bought.day}T0${bought.hour}:00:00.00${index % 10}Z`,
          lines: [line],
        }),
      );
    };
    const sale = `s${index}`;
    return [
      of(sale, bought.pieces, null),
      ...bought.back.map((back, n) => of(`${sale}-b${n}`, -back.pieces, back.names ? `${run}-${sale}` : null)),
    ];
  });
}

/** Features of a member in plain loops: none of the code under test. */
function byHand(memberId: string, booked: readonly Booked[]): Row | null {
  const own = booked.map(({ receipt }) => receipt).filter((receipt) => receipt.memberId === memberId);
  const undone = new Set<string>();
  for (const sale of own.filter(({ kind }) => kind === 'SALE')) {
    const back = own.filter(({ originalReceiptId }) => originalReceiptId === sale.receiptId);
    if (back.length > 0 && back.reduce((left, { quantityMilli }) => left + quantityMilli, sale.quantityMilli) <= 0)
      undone.add(sale.receiptId);
  }
  const standing = own.filter(({ kind, receiptId }) => kind === 'SALE' && !undone.has(receiptId));
  if (standing.length === 0) return null;
  const counted = own.filter(
    ({ receiptId, originalReceiptId }) => !undone.has(receiptId) && !undone.has(originalReceiptId),
  );
  const sum = (rows: typeof own, pick: (row: (typeof own)[number]) => number): string =>
    String(rows.reduce((total, row) => total + pick(row), 0));
  const days = standing.map(({ businessDay }) => businessDay).sort();
  const lastOf = (rows: typeof own): number => Math.max(...rows.map(({ occurredAt }) => occurredAt.getTime()));
  const stores = [...Map.groupBy(standing, ({ storeId }) => storeId)].sort(
    ([a, left], [b, right]) => right.length - left.length || lastOf(right) - lastOf(left) || (a < b ? 1 : -1),
  );
  return {
    member_id: memberId,
    purchases: String(standing.length),
    revenue_minor: sum(counted, (row) => row.payableMinor),
    discount_minor: sum(counted, (row) => row.discountMinor),
    quantity_milli: sum(counted, (row) => row.quantityMilli),
    line_count: sum(standing, (row) => row.lineCount),
    promo_minor: sum(counted, (row) => row.promoMinor),
    points_earned_minor: sum(counted, (row) => row.pointsEarnedMinor),
    points_spent_minor: sum(counted, (row) => row.pointsSpentMinor),
    margin_minor: sum(counted, (row) => row.costedMinor - row.costMinor),
    costed_minor: sum(counted, (row) => row.costedMinor),
    first_day: days[0] ?? '',
    last_day: days.at(-1) ?? '',
    last_at: String(lastOf(standing)),
    shopping_days: String(new Set(days).size),
    stores: String(stores.length),
    favourite_store_id: stores[0]?.[0] ?? '',
  };
}

describe.each(engines)('features of members on %s', (_name, open) => {
  const columns = Object.keys(memberFeatures.columns).map(columnName);
  const SQL = `SELECT ${columns.join(', ')} FROM member_features ORDER BY member_id`;
  const STANDING = `SELECT f.member_id AS member_id, toInt64(count()) AS purchases FROM member_receipts AS f WHERE f.stands
    GROUP BY f.member_id ORDER BY f.member_id`;
  const read = (rows: readonly Row[]): Row[] =>
    rows.map(({ last_at, ...row }) => ({
      ...row,
      last_at: String(Date.parse(`${String(last_at).replace(' ', 'T')}Z`)),
    }));

  it('are those of the purchases that stand, however receipts come and whenever they are made', async () => {
    const store = await open();
    const all: Booked[] = [];
    const touched = new Set<string>();
    let run = 0;
    const history = fc.array(purchase, { minLength: 1, maxLength: 12 });
    const property = fc.asyncProperty(history, fc.infiniteStream(fc.nat(99)), async (purchases, dice) => {
      run += 1;
      const booked = receiptsOf(run, purchases);
      const order = booked.map((receipt) => ({ receipt, at: dice.next().value ?? 0 })).sort((a, b) => a.at - b.at);
      for (const { receipt, at } of order) {
        all.push(receipt);
        await store.append(collectFacts([{ booked: [receipt] }]), []);
        touched.add(receipt.receipt.memberId);
        if (at % 4 !== 0) continue;
        for (const memberId of await store.refreshFeatures()) touched.delete(memberId);
        expect([...touched]).toEqual([]);
      }
      for (const memberId of await store.refreshFeatures()) touched.delete(memberId);
      const expected = [...new Set(all.map(({ receipt }) => receipt.memberId))]
        .sort()
        .map((id) => byHand(id, all))
        .filter((row) => row !== null);
      expect(read(await store.query({ sql: SQL, parameters: {} }))).toEqual(expected);
      const marked = await store.query({ sql: STANDING, parameters: {} });
      expect(marked).toEqual(expected.map(({ member_id, purchases }) => ({ member_id, purchases })));
    });
    await fc.assert(property, { numRuns: 15, endOnFailure: true });
    const before = await store.query({ sql: SQL, parameters: {} });
    await store.rebuildFeatures();
    expect(await store.query({ sql: SQL, parameters: {} })).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
    await store.close();
  });
});
