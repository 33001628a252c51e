import fc from 'fast-check';
import { settleNews, type CouponNews } from './coupon-news.rules';

const news = fc.record({
  code: fc.constantFrom('A', 'B'),
  purchaseId: fc.constantFrom('1', '2', '3'),
  status: fc.constantFrom('HELD', 'RELEASED', 'USED', 'RETURNED'),
  at: fc.integer({ min: 0, max: 9 }).map((minute) => new Date(minute * 60_000)),
  memberId: fc.constant(null),
}) satisfies fc.Arbitrary<CouponNews>;

/** Takes news in as many readings as there are groups. */
function read(groups: readonly CouponNews[][]): { state: Map<string, string>; used: Map<string, number> } {
  const known = new Map<string, CouponNews>();
  const used = new Map<string, number>();
  for (const group of groups) {
    const change = settleNews([...known.values()], group);
    for (const use of change.uses) known.set(`${use.code}/${use.purchaseId}`, use);
    for (const [code, more] of change.usedByCode) used.set(code, (used.get(code) ?? 0) + more);
  }
  return { state: new Map([...known].map(([key, { status }]) => [key, status])), used };
}

it('comes to the same end in whatever order and portions news are read', () => {
  fc.assert(
    fc.property(
      fc.array(news, { maxLength: 12 }),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      (all, keys) => {
        const shuffled = all
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .sort((left, right) => left.key - right.key);
        const inOrder = read(all.map((one) => [one]));
        const together = read([shuffled.map(({ one }) => one)]);
        expect(together.state).toEqual(inOrder.state);
        for (const code of ['A', 'B']) expect(together.used.get(code) ?? 0).toBe(inOrder.used.get(code) ?? 0);
      },
    ),
  );
});

it('counts as used what purchases use at the end', () => {
  fc.assert(
    fc.property(fc.array(news, { maxLength: 12 }), (all) => {
      const { state, used } = read(all.map((one) => [one]));
      for (const code of ['A', 'B']) {
        const uses = [...state].filter(([key, status]) => key.startsWith(code) && status === 'USED').length;
        expect(used.get(code) ?? 0).toBe(uses);
      }
    }),
  );
});
