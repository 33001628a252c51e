import { setTimeout as sleep } from 'node:timers/promises';
import type { Gender, Language } from '@adal/engine';
import type { DataSource } from 'typeorm';
import type { MemberLookup } from '../members';

export interface KnownMember {
  id: string;
  status: 'ACTIVE' | 'BLOCKED';
  gender: Gender | null;
  birthDate: string | null;
  city: string | null;
  language: Language;
}

export interface KnownProduct {
  sku: string;
  name: string;
  categoryPath: string;
  brand: string | null;
  costMinor: number | null;
}

/** What a quote must know besides the basket. */
export interface QuoteFacts {
  pricingRevision: string;
  store: { timeZone: string } | null;
  member: KnownMember | null;
  products: KnownProduct[];
}

export interface FactsWanted {
  storeId: string;
  /** Null for an anonymous basket. */
  member: MemberLookup | null;
  skus: readonly string[];
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

async function readFacts(db: DataSource, { storeId, member, skus }: FactsWanted): Promise<QuoteFacts> {
  const sql = FACTS.replace('$member', member === null ? 'null' : memberSql(member));
  const parameters = [storeId, skus, ...(member === null ? [] : [member.key])];
  const [facts]: [QuoteFacts] = await db.query(sql, parameters);
  return facts;
}

const FACTS = `
  select
    (select revision::text from pricing_revision) as "pricingRevision",
    (select json_build_object('timeZone', time_zone) from store where id = $1) as store,
    $member as member,
    (select coalesce(json_agg(json_build_object('sku', sku, 'name', name, 'categoryPath', category_path, 'brand', brand,
      'costMinor', cost_minor)), '[]') from product where sku = any($2::text[])) as products`;

const memberSql = ({ condition }: MemberLookup): string => `
    (select json_build_object('id', id, 'status', status, 'gender', gender, 'birthDate', birth_date, 'city', city,
      'language', language) from member where status <> 'CLOSED' and ${condition.replace('$key', '$3')} limit 1)`;
