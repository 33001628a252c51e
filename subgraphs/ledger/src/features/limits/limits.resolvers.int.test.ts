import type { LimitKind, QuotedLimit } from '@adal/events';
import { newId } from '@adal/service';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf, type TestTill } from '../../../test/till';
import { forgetLimits } from './forget-limits';
import { tellLimits } from './tell-limits';

let ledger: TestLedger;
let till: TestTill;
beforeEach(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
});
afterEach(() => ledger.stop());

const limit = (key: string, amount: number, max: number, kind: LimitKind, more: Partial<QuotedLimit> = {}) => ({
  key,
  amount,
  max,
  kind,
  revision: 1,
  label: `Label of ${key}`,
  promotionId: 'P1',
  ...more,
});
const sell = (...limits: QuotedLimit[]) => till.sell(newId(), [{ quantityMilli: 2_000 }], { limits });
const reserve = (...limits: QuotedLimit[]) =>
  till.reserve({ purchaseId: newId(), quote: ledger.quote([{}], { limits }) });

const LIMITS = `query ($filter: LimitFilter, $first: Int, $after: String) {
  limits(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { key kind unit label promotionId subject used reserved max left share exhausted periodEndsAt lastUsedAt } }
  }
}`;
interface Listed {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: { readonly node: { readonly key: string } }[];
}
const list = async (variables: object = {}): Promise<Listed> => {
  const { data, errors } = await ledger.ask<{ limits: Listed }>(LIMITS, variables);
  expect(errors).toEqual([]);
  return data.limits;
};
const keys = async (variables?: object): Promise<string[]> => (await list(variables)).edges.map(({ node }) => node.key);

it('lists what is used, held and left in its unit, shards together', async () => {
  const budget = limit('budget', 1_250, 5_000_000, 'MONEY_BUDGET');
  await Promise.all([sell(budget), sell(budget), reserve(budget)]);
  const { edges, totalCount } = await list();
  expect(totalCount).toBe(1);
  expect(edges[0]?.node).toEqual({
    key: 'budget',
    kind: 'MONEY_BUDGET',
    unit: 'MONEY',
    label: 'Label of budget',
    promotionId: 'P1',
    subject: null,
    used: '25',
    reserved: '12.5',
    max: '50000',
    left: '49962.5',
    share: 0.00075,
    exhausted: false,
    periodEndsAt: null,
    lastUsedAt: NOW.toISOString(),
  });
});

it('pages with the fullest first, and finds by words, kind, promotion and state', async () => {
  const over = { kind: 'USES_PER_MEMBER_DAY', periodEndsAt: '2026-11-22T09:00:00Z' } as const;
  await sell(
    limit('half', 5, 10, 'USES_BUDGET'),
    limit('full', 2, 2, 'USES_PER_MEMBER', { subject: 'Somebody', promotionId: 'P2' }),
    limit('half too', 2, 4, 'POINTS_BUDGET'),
    limit('some', 1, 10, 'USES_PER_CARD'),
    limit('over', 1, 1, over.kind, { periodEndsAt: over.periodEndsAt }),
  );
  expect(await keys()).toEqual(['full', 'half', 'half too', 'some']);
  const first = await list({ first: 2 });
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(await keys({ first: 2, after: first.pageInfo.endCursor })).toEqual(['half too', 'some']);
  expect(await keys({ filter: { search: 'SOMEBODY' } })).toEqual(['full']);
  expect(await keys({ filter: { search: 'of half' } })).toEqual(['half', 'half too']);
  expect(await keys({ filter: { kinds: ['USES_BUDGET', 'USES_PER_CARD'] } })).toEqual(['half', 'some']);
  expect(await keys({ filter: { promotionId: 'P2' } })).toEqual(['full']);
  expect(await keys({ filter: { exhausted: true, ended: true } })).toEqual(['full', 'over']);
  expect((await ledger.ask(LIMITS, { after: 'x' })).errors).toEqual(['BAD_USER_INPUT']);
  expect((await ledger.ask(LIMITS, {}, { permissions: ['receipts.read'] })).errors).toEqual(['FORBIDDEN']);
});

it('shows on the receipt what it took and what still counts', async () => {
  const id = newId();
  const limits = [
    limit('budget', 500, 1_000, 'MONEY_BUDGET'),
    limit('coupon:A', 1, 1, 'COUPON', { promotionId: null }),
  ];
  await till.sell(id, [{ quantityMilli: 2_000 }], { limits });
  await till.giveBack({ returnId: newId(), purchaseId: id, lines: [{ lineNo: 1, quantity: '1' }] });
  const { data } = await ledger.ask(
    'query ($id: ID!) { purchase(id: $id) { limitsUsed { key kind unit label promotionId taken counted } } }',
    { id },
  );
  expect(data).toMatchObject({
    purchase: {
      limitsUsed: [
        { key: 'budget', kind: 'MONEY_BUDGET', unit: 'MONEY', promotionId: 'P1', taken: '5', counted: '2.5' },
        { key: 'coupon:A', kind: 'COUPON', unit: 'USES', promotionId: null, taken: '1', counted: '1' },
      ],
    },
  });
});

it('tells once that a limit is exhausted, and once that it is free again', async () => {
  const told = async (): Promise<unknown[]> => {
    await Promise.all([1, 2].map(() => tellLimits.run(ledger.context())));
    const all = await Promise.all(
      (['exhausted', 'freed'] as const).map((what) =>
        ledger.recorded<{ limits: { key: string; max: number }[] }>(`ledger.limit.${what}.v1`),
      ),
    );
    return all.map((events) => events.flatMap(({ limits }) => limits.map(({ key, max }) => `${key} ${max}`)));
  };
  const [last, refused] = [newId(), newId()];
  await till.sell(last, [{}], { limits: [limit('last', 3, 3, 'USES_BUDGET')] });
  await till.sell(refused, [{}], { limits: [limit('refused', 3, 4, 'USES_BUDGET')] });
  expect(await told()).toEqual([['last 3'], []]);
  await sell(limit('refused', 2, 4, 'USES_BUDGET'));
  await sell(limit('last', 1, 3, 'USES_BUDGET'));
  expect(await told()).toEqual([['last 3', 'refused 4'], []]);
  await till.giveBack({ returnId: newId(), purchaseId: last });
  await sell(limit('refused', 1, 6, 'USES_BUDGET', { revision: 2 }));
  expect(await told()).toEqual([
    ['last 3', 'refused 4'],
    ['last 3', 'refused 6'],
  ]);
  await sell(limit('refused', 5, 8, 'USES_BUDGET', { revision: 3 }));
  expect(await told()).toEqual([
    ['last 3', 'refused 4', 'refused 8'],
    ['last 3', 'refused 6'],
  ]);
});

it('forgets daily counters long after their day, and keeps what sales used', async () => {
  const id = newId();
  const daily = limit('daily', 1, 1, 'USES_PER_MEMBER_DAY', { periodEndsAt: '2026-11-22T19:00:00Z' });
  await till.sell(id, [{}], { limits: [daily, limit('budget', 1, 1, 'USES_BUDGET')] });
  await forgetLimits.run(ledger.context({ now: new Date('2027-12-27T19:00:00Z') }));
  expect(await keys({ filter: { ended: true } })).toEqual(['budget', 'daily']);
  await forgetLimits.run(ledger.context({ now: new Date('2027-12-27T19:00:01Z') }));
  expect(await keys({ filter: { ended: true } })).toEqual(['budget']);
  expect(await till.giveBack({ returnId: newId(), purchaseId: id })).toMatchObject({ __typename: 'PurchaseReturned' });
  const { data } = await ledger.ask('query ($id: ID!) { purchase(id: $id) { limitsUsed { key taken counted } } }', {
    id,
  });
  expect(data).toMatchObject({
    purchase: {
      limitsUsed: [
        { key: 'budget', counted: '0' },
        { key: 'daily', taken: '1', counted: '0' },
      ],
    },
  });
});
