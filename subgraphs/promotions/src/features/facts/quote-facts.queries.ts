import { setTimeout as sleep } from 'node:timers/promises';
import type { Holiday, Needs, StoreFacts } from '@adal/engine';
import { askPrepared, invariant } from '@adal/service';
import type { DataSource } from 'typeorm';
import { couponsSql, type KnownCoupon } from '../coupons';
import { IS_HOLIDAY } from '../holidays';
import type { MemberLookup } from '../members';
import { memberFactsSql, type Bind, type KnownMember } from './member-facts.queries';
import { productsSql, type KnownProduct } from './product-facts.queries';

/** What a quote must know besides the basket. */
export interface QuoteFacts {
  pricingRevision: string;
  store: (StoreFacts & { timeZone: string }) | null;
  member: KnownMember | null;
  products: KnownProduct[];
  holidays: Holiday[];
  coupons: KnownCoupon[];
}

export interface FactsWanted {
  storeId: string;
  /** Null for an anonymous basket. */
  member: MemberLookup | null;
  skus: readonly string[];
  /** Codes in their one spelling. */
  coupons: readonly string[];
  /** When the purchase happens: nothing later counts. */
  at: Date;
  needs: Needs;
}

/** A member who has just enrolled arrives by event: they are looked for this long. */
const MEMBER_WAIT_MS = 1_500;
const MEMBER_POLL_MS = 100;

/** One round trip; more only while a member is awaited. */
export async function findQuoteFacts(db: DataSource, wanted: FactsWanted): Promise<QuoteFacts> {
  const deadline = Date.now() + MEMBER_WAIT_MS;
  for (;;) {
    const facts = await readFacts(db, wanted);
    const isComplete = wanted.member === null || facts.member !== null || facts.store === null;
    if (isComplete || Date.now() >= deadline) return facts;
    await sleep(MEMBER_POLL_MS);
  }
}

async function readFacts(
  db: DataSource,
  { storeId, member: lookup, skus, coupons, at, needs }: FactsWanted,
): Promise<QuoteFacts> {
  const values: unknown[] = [storeId];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const sql = `${FACTS},
    ${productsSql(skus, needs, bind)} as products,
    ${coupons.length === 0 ? "'[]'::json" : couponsSql(bind(coupons))} as coupons,
    ${lookup === null ? 'null' : memberFactsSql({ lookup, needs, at }, bind)} as member,
    ${needs.holidayDays === null ? "'[]'::json" : holidaysSql(bind(at), bind(needs.holidayDays))} as holidays`;
  const [facts] = await askPrepared<QuoteFacts>(db, sql, values);
  invariant(facts, 'One row is always answered');
  return facts;
}

const FACTS = `
  select
    (select revision::text from pricing_revision) as "pricingRevision",
    (select json_build_object('timeZone', time_zone, 'city', city, 'banner', banner, 'brand', brand) from store where id = $1) as store`;

/** A day more on either side: which day it is in the store is not known here. */
const holidaysSql = (at: string, days: string): string => `
    (select coalesce(json_agg(json_build_object('name', key, 'date', day) order by day, key), '[]') from holiday
      where ${IS_HOLIDAY} and day between (${at}::timestamptz at time zone 'UTC')::date - ${days}::integer - 1
        and (${at}::timestamptz at time zone 'UTC')::date + ${days}::integer + 1)`;
