import fc from 'fast-check';
import { addUp, contributionsOf, NODES, NODE_KEYS, revenueOf, valuesOf, type Sums } from './revenue-tree.rules';

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const sums: fc.Arbitrary<Sums> = fc
  .record({
    buyers: fc.nat(50),
    more: fc.nat(50),
    ...{ units: amount, sold: amount, anonymousReceipts: fc.nat(90), anonymousUnits: amount },
    ...{ anonymousSold: amount, returned: amount },
  })
  .map(({ buyers, more, anonymousReceipts, ...rest }): Sums => ({
    ...rest,
    buyers: BigInt(buyers),
    receipts: buyers === 0 ? 0n : BigInt(buyers + more),
    units: buyers === 0 ? 0n : rest.units,
    sold: buyers === 0 ? 0n : rest.sold,
    anonymousReceipts: BigInt(anonymousReceipts),
    anonymousUnits: anonymousReceipts === 0 ? 0n : rest.anonymousUnits,
    anonymousSold: anonymousReceipts === 0 ? 0n : rest.anonymousSold,
  }));

describe('the revenue tree', () => {
  it('has parts that add up to what they are part of, up to the change of revenue', () => {
    fc.assert(
      fc.property(sums, sums, (before, after) => {
        const moved = contributionsOf(before, after);
        expect(moved.REVENUE).toBe(revenueOf(after) - revenueOf(before));
        for (const whole of NODE_KEYS) {
          const parts = NODE_KEYS.filter((key) => NODES[key] === whole);
          if (parts.length > 0) expect(parts.reduce((total, key) => total + moved[key], 0n)).toBe(moved[whole]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('says the same the other way round in time, with the other sign', () => {
    fc.assert(
      fc.property(sums, sums, (before, after) => {
        const [forth, back] = [contributionsOf(before, after), contributionsOf(after, before)];
        for (const key of NODE_KEYS) expect(back[key]).toBe(-forth[key]);
      }),
    );
  });

  it('adds up parts to the whole, wherever they moved', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(sums, sums), { maxLength: 6 }), (parts) => {
        const total = addUp(parts.map(([before, after]) => contributionsOf(before, after)));
        const change = parts.reduce((sum, [before, after]) => sum + revenueOf(after) - revenueOf(before), 0n);
        expect([total.REVENUE, total.MEMBERS + total.ANONYMOUS + total.RETURNS]).toEqual([change, change]);
      }),
    );
  });

  it('tells of the average receipt as a whole when nobody told the quantity of goods', () => {
    const before = { buyers: 2n, receipts: 4n, units: 0n, sold: 4_000n };
    const anonymous = { anonymousReceipts: 0n, anonymousUnits: 0n, anonymousSold: 0n, returned: 0n };
    const moved = contributionsOf({ ...before, ...anonymous }, { ...before, sold: 5_000n, ...anonymous });
    expect(moved).toMatchObject({ AVERAGE_RECEIPT: 1_000n, ITEMS_PER_RECEIPT: 0n, PRICE_PER_ITEM: 1_000n, BUYERS: 0n });
    expect(valuesOf({ ...before, ...anonymous })).toMatchObject({ AVERAGE_RECEIPT: 10, PRICE_PER_ITEM: null });
  });
});
