import { ANONYMOUS, type Actor, type Permission } from '@adal/service';
import { buildSchema, parse, print } from 'graphql';
import type { LiveEvent } from './live-events';
import { planLive, type LivePlan } from './live-fields';

const schema = buildSchema(`
  type Query { purchase(id: ID!): Purchase metric(input: MetricInput!): Metric! member(by: MemberKey!): Member simulation(id: ID!): Simulation promotion(id: ID!): Promotion }
  type Subscription { purchaseBooked(storeIds: [ID!]): Purchase! metricChanged(input: MetricInput!): Metric! memberChanged(id: ID!): Member! simulationChanged(id: ID!): Simulation! promotionChanged(id: ID!): Promotion! }
  type Purchase { id: ID! member: Member }
  type Metric { value: Float }
  type Simulation { status: String }
  type Promotion { status: String }
  type Member { id: ID! name(upper: Boolean): String }
  input MetricInput { key: String! }
  input MemberKey { id: ID }
`);
const actorWith = (...permissions: Permission[]): Actor => ({
  ...ANONYMOUS,
  kind: 'staff',
  id: 's',
  permissions: new Set(permissions),
});
const everything = actorWith('receipts.read', 'metrics.read', 'members.read', 'promotions.simulate', 'promotions.read');
const plan = (query: string, variables: object = {}, actor = everything): LivePlan =>
  planLive(schema, actor, { __typename: 'GraphqlRequest', query, variables });
const event = (rest: Partial<LiveEvent>): LiveEvent => ({
  kind: 'purchase-booked',
  purchaseId: 'p1',
  storeId: 'S1',
  memberIds: ['m1'],
  simulationId: '',
  promotionIds: [],
  ...rest,
});
const same = (left: string, right: string): void => expect(print(parse(left))).toBe(print(parse(right)));

it('asks for the purchase that was booked, under the name of the live field', () => {
  const made = plan('subscription Tape { purchaseBooked { id member { ...M } } } fragment M on Member { id }');
  same(
    made.query,
    `query Tape($adalLivePurchaseId: ID!) { purchaseBooked: purchase(id: $adalLivePurchaseId) { id member { ...M } } }
     fragment M on Member { id }`,
  );
  expect(made.key).toBe('purchaseBooked');
  expect(made.concern(event({}))).toEqual({ adalLivePurchaseId: 'p1' });
  expect(made.beginsNow).toBe(false);
});

it('hears of the stores asked for, and of those the caller sees, alone', () => {
  const some = plan('subscription ($s: [ID!]) { sale: purchaseBooked(storeIds: $s) { id } }', { s: ['S1'] });
  expect(some.key).toBe('sale');
  expect(some.concern(event({ storeId: 'S1' }))).toEqual({ adalLivePurchaseId: 'p1' });
  expect(some.concern(event({ storeId: 'S2' }))).toBeNull();
  const manager = plan('subscription { purchaseBooked { id } }', {}, { ...everything, storeIds: ['S2'] });
  expect(manager.concern(event({ storeId: 'S1' }))).toBeNull();
  expect(manager.concern(event({ kind: 'facts-arrived' }))).toBeNull();
});

it('asks for the metric at once and whenever facts arrived, with the variables that were sent', () => {
  const made = plan('subscription M($m: MetricInput!) { metricChanged(input: $m) { value } }', { m: { key: 'sales' } });
  same(made.query, 'query M($m: MetricInput!) { metricChanged: metric(input: $m) { value } }');
  expect(made.beginsNow).toBe(true);
  expect(made.intervalMs).toBe(1_000);
  expect(made.concern(event({ kind: 'facts-arrived' }))).toEqual({ m: { key: 'sales' } });
  expect(made.concern(event({}))).toBeNull();
});

it('asks for the member whom the event is about', () => {
  const made = plan('subscription ($id: ID!, $u: Boolean) { memberChanged(id: $id) { name(upper: $u) } }', {
    id: 'm1',
    u: true,
  });
  same(made.query, 'query ($id: ID!, $u: Boolean) { memberChanged: member(by: { id: $id }) { name(upper: $u) } }');
  expect(made.concern(event({ kind: 'member-changed' }))).toEqual({ id: 'm1', u: true });
  expect(made.concern(event({ memberIds: ['m2'] }))).toBeNull();
});

it('asks for the what-if that has moved, at once and then in its own time', () => {
  const made = plan('subscription ($id: ID!) { simulationChanged(id: $id) { status } }', { id: 'W1' });
  same(made.query, 'query ($id: ID!) { simulationChanged: simulation(id: $id) { status } }');
  expect(made.beginsNow).toBe(true);
  expect(made.intervalMs).toBe(500);
  expect(made.concern(event({ kind: 'simulation-moved', simulationId: 'w1' }))).toEqual({ id: 'W1' });
  expect(made.concern(event({ kind: 'simulation-moved', simulationId: 'w2' }))).toBeNull();
});

it('asks for the promotion that had a part in sales', () => {
  const made = plan('subscription ($id: ID!) { promotionChanged(id: $id) { status } }', { id: 'P1' });
  same(made.query, 'query ($id: ID!) { promotionChanged: promotion(id: $id) { status } }');
  expect([made.beginsNow, made.intervalMs]).toEqual([true, 1_000]);
  expect(made.concern(event({ kind: 'promotions-used', promotionIds: ['p2', 'p1'] }))).toEqual({ id: 'P1' });
  expect(made.concern(event({ kind: 'promotions-used', promotionIds: ['p2'] }))).toBeNull();
});

it('refuses without the permission, and what is no live field or no sense', () => {
  expect(() => plan('subscription { purchaseBooked { id } }', {}, actorWith('metrics.read'))).toThrow('receipts.read');
  expect(() => plan('{ purchase(id: "1") { id } }')).toThrow('one live field');
  expect(() => plan('subscription { purchaseBooked { nothing } }')).toThrow(AggregateError);
  expect(() => plan('subscription ($m: MetricInput!) { metricChanged(input: $m) { value } }', { m: {} })).toThrow(
    AggregateError,
  );
});
