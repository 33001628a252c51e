import { CouponsTold } from '@adal/events';
import { newId } from '@adal/service';
import type { Asking, Promotions } from './harness';

export interface PoolFacts {
  id: string;
  [field: string]: unknown;
}

const SAVE = `mutation ($input: SaveCouponPoolInput!) { result: saveCouponPool(input: $input) { __typename
  ... on CouponPoolSaved { pool { id version name kind status format { prefix alphabet length sample capacity } } }
  ... on UserError { code message } ... on CouponPoolInvalid { problems { field message } } } }`;

export interface PoolOutcome {
  __typename: string;
  message?: string;
  problems?: { field: string; message: string }[];
  pool?: { id: string; version: number; format: { sample: string } | null };
}

/** Unique codes, `AB` and nine characters. */
export const aPool = (facts: object = {}): PoolFacts => ({
  id: newId(),
  name: 'Spring',
  kind: 'UNIQUE',
  prefix: 'AB',
  ...facts,
});

export async function savePool(promotions: Promotions, input: object, asking?: Asking): Promise<PoolOutcome> {
  const { data, errors } = await promotions.ask<{ result: PoolOutcome }>(SAVE, { input }, asking);
  if (errors.length > 0) throw new Error(String(errors));
  return data.result;
}

export async function havePool(promotions: Promotions, facts: object = {}): Promise<string> {
  const pool = aPool(facts);
  const saved = await savePool(promotions, pool);
  if (saved.__typename !== 'CouponPoolSaved') throw new Error(saved.message);
  return pool.id;
}

/** Figures as kept, and as counted in the rows: the law is that they agree. */
export async function figures(promotions: Promotions, poolId: string): Promise<{ told: object; counted: object }> {
  const { data } = await promotions.ask<{ pool: { figures: object } }>(
    `query ($id: ID!) { pool: couponPool(id: $id) { figures { issued redeemed expired revoked open } } }`,
    { id: poolId },
  );
  const [counted]: [object] = await promotions.db.query(
    `select count(*)::int as issued, count(*) filter (where state = 'REDEEMED')::int as redeemed,
      count(*) filter (where state = 'EXPIRED')::int as expired, count(*) filter (where state = 'REVOKED')::int as revoked,
      count(*) filter (where state in ('OPEN', 'RESERVED'))::int as open
     from coupon join coupon_pool p on p.no = pool_no where p.id = $1`,
    [poolId],
  );
  return { told: data.pool.figures, counted };
}

type Told = ReturnType<typeof CouponsTold.schema.parse>;

/** What was told of coupons so far: event by event, what counts of it, and its text. */
export async function couponsTold(promotions: Promotions): Promise<Told & { events: Told[]; text: string }> {
  const rows: { envelope: string }[] = await promotions.db.query(
    'select envelope from outbox where subject = $1 order by seq',
    [CouponsTold.subject],
  );
  const events = rows.map(({ envelope }) => CouponsTold.schema.parse((JSON.parse(envelope) as { data: unknown }).data));
  return {
    pools: latest(
      events.flatMap(({ pools }) => pools),
      ({ poolId }) => poolId,
    ),
    coupons: latest(
      events.flatMap(({ coupons }) => coupons),
      ({ couponId }) => couponId,
    ),
    uses: latest(
      events.flatMap(({ uses }) => uses),
      ({ couponId, purchaseId }) => `${couponId} ${purchaseId}`,
    ),
    events,
    text: JSON.stringify(rows),
  };
}

/** Of each the highest revision, in the order of their ids. */
function latest<T extends { revision: number }>(rows: readonly T[], idOf: (row: T) => string): T[] {
  const known = new Map<string, T>();
  for (const row of rows) if (row.revision > (known.get(idOf(row))?.revision ?? -1)) known.set(idOf(row), row);
  return [...known].sort(([left], [right]) => left.localeCompare(right)).map(([, row]) => row);
}
