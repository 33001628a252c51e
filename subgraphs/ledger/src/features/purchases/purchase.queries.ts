import { badInput, connectionOf, decodeCursor, isUuid, pageSize, type Connection } from '@adal/service';
import type { SelectQueryBuilder } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { PurchaseFilter } from '../../generated/graphql';
import type { PageRequest } from '../../graphql/page-request';
import { storedKey } from '../members';
import { PurchaseRow } from './purchase.entity';

/** A receipt of a store that the actor may see; null when there is none. */
export async function findPurchase(ctx: LedgerContext, id: string): Promise<PurchaseRow | null> {
  return visible(ctx).andWhere('p.id = :id', { id }).getOne();
}

/** A page of receipts, and how to count what it is a page of. */
export interface PurchasePage extends Connection<PurchaseRow> {
  countTotal(): Promise<number>;
}

/** Receipts that the actor may see, newest first, by keyset. */
export async function listPurchases(
  ctx: LedgerContext,
  filter: PurchaseFilter,
  page: PageRequest,
): Promise<PurchasePage> {
  const size = pageSize(page.first);
  const matching = await filtered(ctx, visible(ctx), filter);
  const rows = matching
    .clone()
    .orderBy('p.occurredAt', 'DESC')
    .addOrderBy('p.id', 'DESC')
    .limit(size + 1);
  const cursor = decodeCursor(page.after, 2);
  if (cursor) {
    const at = new Date(String(cursor[0]));
    if (Number.isNaN(at.getTime())) throw badInput('after is not a cursor of this list.');
    rows.andWhere('(p.occurredAt, p.id) < (:at, :lastId)', { at, lastId: String(cursor[1]) });
  }
  const found = await rows.getMany();
  return {
    ...connectionOf(found, size, page.after, (row) => [row.occurredAt.toISOString(), row.id]),
    countTotal: () => countMatching(ctx, matching),
  };
}

/** Counted exactly up to this many; beyond, the planner's estimate. */
const COUNTED_MAX = 10_000;

async function countMatching(ctx: LedgerContext, matching: SelectQueryBuilder<PurchaseRow>): Promise<number> {
  const [sql, parameters] = matching
    .clone()
    .select('1')
    .limit(COUNTED_MAX + 1)
    .getQueryAndParameters();
  const counted: { count: string }[] = await ctx.db.query(`select count(*) from (${sql}) matching`, parameters);
  const count = Number(counted[0]?.count ?? 0);
  if (count <= COUNTED_MAX) return count;
  const [wholeSql, wholeParameters] = matching.clone().select('1').getQueryAndParameters();
  const plan: { 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }[] = await ctx.db.query(
    `explain (format json) ${wholeSql}`,
    wholeParameters,
  );
  return Math.max(count, plan[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0);
}

function visible(ctx: LedgerContext): SelectQueryBuilder<PurchaseRow> {
  const query = ctx.db.getRepository(PurchaseRow).createQueryBuilder('p').where('true');
  return ctx.actor.storeIds === null ? query : query.andWhere('p.storeId = any(:seen)', { seen: ctx.actor.storeIds });
}

async function filtered(
  ctx: LedgerContext,
  query: SelectQueryBuilder<PurchaseRow>,
  filter: PurchaseFilter,
): Promise<SelectQueryBuilder<PurchaseRow>> {
  const { number, memberId, storeIds, tillId, from, to, payableMin, payableMax, identified, kind } = filter;
  if (number) query.andWhere('(p.receiptNumber = :number or p.id = :number)', { number });
  if (memberId) query.andWhere(isUuid(memberId) ? 'p.memberId = :memberId' : 'false', { memberId });
  for (const name of ['cardNumber', 'phone'] as const) {
    const value = filter[name];
    if (value) query.andWhere(...ofKey(name, storedKey(name, value, ctx.config.PROGRAMME_COUNTRY)));
  }
  if (storeIds) query.andWhere('p.storeId = any(:storeIds)', { storeIds });
  if (tillId) query.andWhere('p.tillId = :tillId', { tillId }).andWhere(...ofStores(await storesOfTill(ctx, tillId)));
  if (from) query.andWhere('p.occurredAt >= :from', { from });
  if (to) query.andWhere('p.occurredAt < :to', { to });
  if (typeof payableMin === 'bigint')
    query.andWhere('p.payableMinor >= :payableMin', { payableMin: payableMin.toString() });
  if (typeof payableMax === 'bigint')
    query.andWhere('p.payableMinor <= :payableMax', { payableMax: payableMax.toString() });
  if (typeof identified === 'boolean') query.andWhere(identified ? 'p.memberId is not null' : 'p.memberId is null');
  if (kind) query.andWhere('p.kind = :kind', { kind });
  return query;
}

/** One store by `=`: its index then gives receipts in order of time, and a page of them ends the search. */
function ofStores(stores: readonly string[]): [string, object] {
  const [tillStore, ...others] = stores;
  if (others.length === 0 && tillStore !== undefined) return ['p.storeId = :tillStore', { tillStore }];
  return ['p.storeId = any(:tillStores)', { tillStores: stores }];
}

/** Looked up within the query: a key that nobody has finds nothing. */
function ofKey(name: string, key: ReturnType<typeof storedKey>): [string, object?] {
  if (!key) return ['false'];
  const member = `select k.member_id from member_key k where k.kind = :${name}Kind and k.value = :${name}`;
  return [`p.memberId = (${member})`, { [`${name}Kind`]: key.kind, [name]: key.value }];
}

/** Named to the planner: receipts of a till that sells little are found by its store, not among all. */
async function storesOfTill(ctx: LedgerContext, tillId: string): Promise<string[]> {
  const rows: { store_id: string }[] = await ctx.db.query('select store_id from till where id = $1', [tillId]);
  return rows.map((row) => row.store_id);
}
