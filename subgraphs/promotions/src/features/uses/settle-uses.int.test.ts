import type { BookedReceipt } from '@adal/events';
import { encodeCursor, newId } from '@adal/service';
import fc from 'fast-check';
import { aPromotion, aReceipt, aReturn } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';
import { onPurchaseConfirmed, onPurchaseReturned, onReceiptsImported } from '../receipts';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterEach(() => promotions.db.query('truncate receipt, member_purchases, promotion_use, promotion_figures'));
afterAll(() => promotions.stop());

const sell = (receipt: BookedReceipt) => promotions.deliver(onPurchaseConfirmed, { receipt });
const giveBack = (receipt: BookedReceipt) =>
  promotions.deliver(onPurchaseReturned, { receipt, originalPurchaseId: receipt.originalPurchaseId });

interface Part {
  promotionId: string;
  version: number;
  heldOut: boolean;
  discountMinor: number;
  pointsMinor: number;
}

/** Two of milk for 500.00 each, to which promotions gave this. */
function touched(parts: readonly Part[], rest: Partial<BookedReceipt> = {}): BookedReceipt {
  const given = parts.filter(({ heldOut }) => !heldOut);
  const discountMinor = given.reduce((sum, part) => sum + part.discountMinor, 0);
  const lines = aReceipt().lines.map((line) => ({
    ...line,
    discountMinor,
    amountMinor: line.amountMinor - discountMinor,
    pointsEarnedMinor: given.reduce((sum, part) => sum + part.pointsMinor, 500),
    promotionIds: given.map(({ promotionId }) => promotionId),
    discounts: given.map(({ promotionId, discountMinor: amountMinor }) => ({ promotionId, amountMinor })),
  }));
  const named = parts.map(({ promotionId, version, heldOut, pointsMinor }) => ({
    ...{ promotionId, version, heldOut, variant: null },
    ...(pointsMinor > 0 && !heldOut && { pointsMinor }),
  }));
  return aReceipt({ lines, promotions: named, ...rest });
}

const FIGURES = `query ($id: ID!, $from: LocalDate!, $to: LocalDate!) { promotion(id: $id) { figures { total { ...S } control { ...S }
  left { money points uses } byVersion { version sums { ...S } } byDay(from: $from, to: $to) { day sums { ...S } } } } }
  fragment S on PromotionSums { uses members discount points revenue }`;
const ask = (id: string, from = '2026-11-01', to = '2026-11-30') => promotions.ask(FIGURES, { id, from, to });

async function havePromotion(): Promise<string> {
  const input = aPromotion({ limits: { moneyBudget: '1000.00', usesBudget: 3 } });
  await promotions.ask('mutation ($input: SavePromotionInput!) { savePromotion(input: $input) { __typename } }', {
    input,
  });
  return input.id;
}

it('shows what a promotion gave, by version and day, less what came back, with its control group beside', async () => {
  const promotionId = await havePromotion();
  const [one, other, held] = [newId(), newId(), newId()];
  const part = { promotionId, version: 1, heldOut: false, discountMinor: 10_001, pointsMinor: 200 };
  const first = touched([part], { memberId: one });
  await sell(first);
  await sell(touched([part], { memberId: one, businessDay: '2026-11-21' }));
  await sell(touched([{ ...part, version: 2 }], { memberId: other, businessDay: '2026-11-21' }));
  await sell(touched([{ ...part, heldOut: true }], { memberId: held }));
  await giveBack(aReturn(first, [[1, 1_000]]));
  const { data } = await ask(promotionId);
  const twice = { uses: 2, members: 2, discount: '200.02', points: '4.00', revenue: '1799.98' };
  expect(data).toEqual({
    promotion: {
      figures: {
        // Of 100.01 half came back, rounded down: 50.00.
        total: { uses: 3, members: 2, discount: '250.03', points: '5.00', revenue: '2249.97' },
        control: { uses: 1, members: 1, discount: '0.00', points: '0.00', revenue: '1000.00' },
        left: { money: '749.97', points: null, uses: 0 },
        byVersion: [
          { version: 2, sums: { uses: 1, members: 1, discount: '100.01', points: '2.00', revenue: '899.99' } },
          { version: 1, sums: { uses: 2, members: 1, discount: '150.02', points: '3.00', revenue: '1349.98' } },
        ],
        byDay: [
          { day: '2026-11-20', sums: { uses: 1, members: 1, discount: '50.01', points: '1.00', revenue: '449.99' } },
          { day: '2026-11-21', sums: twice },
        ],
      },
    },
  });
});

it('shows nothing of a promotion that was in no sale, and refuses a period of years', async () => {
  const id = await havePromotion();
  const nothing = { uses: 0, members: 0, discount: '0.00', points: '0.00', revenue: '0.00' };
  expect((await ask(id)).data).toMatchObject({
    promotion: { figures: { total: nothing, control: nothing, byVersion: [], byDay: [] } },
  });
  for (const [from, to] of [
    ['2016-01-01', '2027-01-01'],
    ['2026-01-02', '2026-01-01'],
  ]) {
    expect((await ask(id, from, to)).errors).toEqual(['BAD_USER_INPUT']);
  }
});

const PAGE = `query ($id: ID!, $group: PromotionGroup, $after: String, $buyersAfter: String) { promotion(id: $id) {
  sales(group: $group, first: 1, after: $after) { edges { node { purchase { id } member { id } day version discount points revenue } } pageInfo { endCursor hasNextPage } }
  buyers(group: $group, first: 1, after: $buyersAfter) { edges { node { member { id } lastDay sums { uses members discount revenue } } } pageInfo { endCursor hasNextPage } } } }`;

interface ListPage {
  edges: { node: Record<string, unknown> }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

it('lists the sales of a group and who bought, page by page', async () => {
  const promotionId = await havePromotion();
  const [one, other, held] = [newId(), newId(), newId()].sort();
  const part = { promotionId, version: 1, heldOut: false, discountMinor: 10_000, pointsMinor: 200 };
  const sales = [
    touched([part], { memberId: one ?? null, businessDay: '2026-11-20' }),
    touched([part], { memberId: one ?? null, businessDay: '2026-11-21' }),
    touched([part], { memberId: other ?? null, businessDay: '2026-11-22' }),
    touched([part], { memberId: null, businessDay: '2026-11-23' }),
    touched([{ ...part, heldOut: true }], { memberId: held ?? null }),
  ];
  for (const sale of sales) await sell(sale);
  const all = async (group: string, list: 'sales' | 'buyers') => {
    const rows: Record<string, unknown>[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await promotions.ask(PAGE, {
        id: promotionId,
        group,
        [list === 'sales' ? 'after' : 'buyersAfter']: after,
      });
      const { edges, pageInfo } = (data as unknown as { promotion: Record<string, ListPage> }).promotion[
        list
      ] as ListPage;
      rows.push(...edges.map(({ node }) => node));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    return rows;
  };
  expect((await all('GIVEN', 'sales')).map(({ purchase }) => purchase)).toEqual(
    [3, 2, 1, 0].map((index) => ({ id: sales[index]?.purchaseId })),
  );
  expect((await all('GIVEN', 'sales')).at(-1)).toEqual({
    ...{ purchase: { id: sales[0]?.purchaseId }, member: { id: one }, day: '2026-11-20', version: 1 },
    ...{ discount: '100.00', points: '2.00', revenue: '900.00' },
  });
  expect(await all('GIVEN', 'buyers')).toEqual([
    {
      member: { id: one },
      lastDay: '2026-11-21',
      sums: { uses: 2, members: 1, discount: '200.00', revenue: '1800.00' },
    },
    {
      member: { id: other },
      lastDay: '2026-11-22',
      sums: { uses: 1, members: 1, discount: '100.00', revenue: '900.00' },
    },
  ]);
  expect(await all('CONTROL', 'sales')).toMatchObject([{ member: { id: held }, discount: '0.00' }]);
  expect(await all('CONTROL', 'buyers')).toMatchObject([{ member: { id: held } }]);
});

it('lists no sales of stores that the asker does not see, and nothing after what is no cursor', async () => {
  const promotionId = await havePromotion();
  const [one, other] = [newId(), newId()];
  const part = { promotionId, version: 1, heldOut: false, discountMinor: 10_000, pointsMinor: 0 };
  const seen = touched([part], { memberId: one, storeId: 'AST-1' });
  await sell(seen);
  for (const memberId of [one, other]) await sell(touched([part], { memberId, storeId: 'ALM-1' }));
  const { data } = await promotions.ask(PAGE, { id: promotionId, group: 'GIVEN' }, { storeIds: ['AST-1'] });
  expect(data).toMatchObject({
    promotion: {
      sales: { edges: [{ node: { purchase: { id: seen.purchaseId } } }], pageInfo: { hasNextPage: false } },
      buyers: { edges: [{ node: { member: { id: one }, sums: { uses: 1 } } }], pageInfo: { hasNextPage: false } },
    },
  });
  for (const after of [{ after: encodeCursor(['1', 'a']) }, { buyersAfter: encodeCursor(['1']) }])
    expect((await promotions.ask(PAGE, { id: promotionId, ...after })).errors).toEqual(['BAD_USER_INPUT']);
});

const REBUILD = `truncate promotion_use, promotion_figures;
  select settle_promotion_uses(ids) from (select array_agg(id) as ids from receipt where promotions is not null group by business_day) as day`;
const kept = (): Promise<object[]> =>
  promotions.db.query(
    `select promotion_id, slice, uses, members, discount_minor::int as discount, points_minor::int as points, revenue_minor::int as revenue
     from promotion_figures where uses > 0 order by 1, 2`,
  );
/** The same by a plain query over receipts; lines of these tests come back whole or by halves, and gave even amounts. */
const plain = (): Promise<object[]> =>
  promotions.db.query(`
    with line as (select r.id, r.business_day, r.member_id, r.quantities[1] as sold, r.amounts[1] as amount, r.promotions,
        coalesce((select sum((l ->> 1)::int) from jsonb_each(r.returns) b, jsonb_array_elements(b.value) l), 0) as back
      from receipt r where cardinality(r.line_nos) > 0),
    gave as (select line.*, p, (sold - back)::numeric / sold as share from line, jsonb_array_elements(line.promotions) p where back < sold),
    sliced as (select *, unnest(case when (p ->> 'heldOut')::boolean then array['control']
      else array['all', 'version ' || (p ->> 'version'), 'day ' || business_day] end) as slice from gave)
    select (p ->> 'promotionId')::uuid as promotion_id, slice, count(*)::int as uses, count(distinct member_id)::int as members,
      coalesce(sum(share * (p -> 'lines' -> 0 ->> 1)::int), 0)::int as discount,
      coalesce(sum(share * (p -> 'lines' -> 0 ->> 2)::int), 0)::int as points, sum(share * amount)::int as revenue
    from sliced group by 1, 2 order by 1, 2`);

it('agrees with a plain query over receipts after any sales and returns, in any order, told again', async () => {
  const ids = [newId(), newId()];
  const members = [newId(), newId(), null];
  const sale = fc.record({
    parts: fc.subarray(ids, { minLength: 1 }),
    heldOut: fc.boolean(),
    version: fc.integer({ min: 1, max: 2 }),
    member: fc.constantFrom(...members),
    day: fc.constantFrom('2026-11-20', '2026-11-21'),
    halvesBack: fc.integer({ min: 0, max: 2 }),
    imported: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(sale, { maxLength: 8 }), fc.infiniteStream(fc.nat()), async (sales, keys) => {
      await promotions.db.query('truncate receipt, member_purchases, promotion_use, promotion_figures');
      const told = sales.flatMap(({ parts, heldOut, version, member, day, halvesBack, imported }) => {
        const given = parts.map((promotionId) => ({
          ...{ promotionId, version, heldOut, discountMinor: 4_000, pointsMinor: 600 },
        }));
        const receipt = touched(given, { memberId: member, businessDay: day });
        const back = Array.from({ length: halvesBack }, () => aReturn(receipt, [[1, 1_000]]));
        const tell = (one: BookedReceipt) =>
          imported
            ? promotions.deliver(onReceiptsImported, { importId: 'file', receipts: [one] })
            : one.kind === 'SALE'
              ? sell(one)
              : giveBack(one);
        return [receipt, receipt, ...back, ...back].map((one) => ({
          tell: () => tell(one),
          key: keys.next().value ?? 0,
        }));
      });
      for (const { tell } of told.sort((one, other) => one.key - other.key)) await tell();
      const counted = await kept();
      expect(counted).toEqual(await plain());
      await promotions.db.query(REBUILD);
      expect(await kept()).toEqual(counted);
    }),
    { numRuns: 25 },
  );
});

it('counts a member once, when two replicas hear of their sales at the same moment', async () => {
  const [promotionId, memberId] = [newId(), newId()];
  const part = { promotionId, version: 1, heldOut: false, discountMinor: 100, pointsMinor: 0 };
  await Promise.all(Array.from({ length: 8 }, () => sell(touched([part], { memberId }))));
  expect((await kept())[0]).toMatchObject({ slice: 'all', uses: 8, members: 1 });
});
