import type { Needs } from '@adal/engine';
import type { DataSource } from 'typeorm';
import { memberFactsJson, memberFactsOf, type KnownMember } from '../facts';
import type { MemberFacts } from '@adal/engine';

/** What the members' past was before the first receipt that is read. */
export interface PastPurchases {
  readonly count: number;
  readonly lastAt: number | null;
}

/** Members as they are known today, but for their purchases; those who could not buy today are absent. */
export async function findMembers(
  db: DataSource,
  ids: readonly string[],
  needs: Needs,
): Promise<Map<string, MemberFacts>> {
  const values: unknown[] = [ids];
  const known = { ...needs, purchaseCount: false, lastPurchase: false, historyDays: 0 };
  const facts = memberFactsJson(known, new Date(0), (value) => `$${values.push(value)}`);
  const rows: { facts: KnownMember }[] = await db.query(
    `select ${facts} as facts from member m where m.id = any($1::uuid[]) and m.status = 'ACTIVE'`,
    values,
  );
  return new Map(rows.map(({ facts: member }) => [member.id, memberFactsOf(member)]));
}

/** How often they had bought before a moment, and when last. */
export async function findPastPurchases(
  db: DataSource,
  ids: readonly string[],
  before: Date,
): Promise<Map<string, PastPurchases>> {
  const rows: { memberId: string; count: number; lastAt: number }[] = await db.query(PAST, [ids, before]);
  return new Map(rows.map(({ memberId, ...past }) => [memberId, past]));
}

const PAST = `
  select member_id as "memberId", count(*)::integer as count, (extract(epoch from max(at)) * 1000)::float8 as "lastAt"
  from receipt where member_id = any($1::uuid[]) and at < $2::timestamptz and not is_returned
  group by member_id`;
