import { badInput, connectionOf, decodeCursor, isUuid, pageSize, type Connection } from '@adal/service';
import type { MembersContext } from '../../context';
import type { QueryMembersArgs } from '../../generated/graphql';
import { memberColumns, type Member } from './member.entity';
import { readSearch, type SearchTerm } from './search.rules';
import { sqlConditions, type SqlConditions } from './sql-conditions';

/** Up to here matches are counted and sorted exactly; beyond, the count is the planner's estimate. */
const EXACT_MAX = 10_000;
const SEARCH_LENGTH_MAX = 100;

/** A page of members that can say how many match. */
export interface MemberPage extends Connection<Member> {
  /** Exact up to 10,000, an estimate beyond. */
  countTotal(): Promise<number>;
}

/**
 * Members that match, newest first, by keyset. A search that finds few members fetches just those; one that finds very many
 * walks the newest members instead and stops when the page is full. Either way a page takes a few milliseconds.
 */
export async function listMembers(ctx: MembersContext, args: QueryMembersArgs): Promise<MemberPage> {
  const size = pageSize(args.first);
  const where = sqlConditions();
  addFilters(where, ctx, args);
  await addSearch(where, ctx, args.search);
  const page = where.copy();
  addAfter(page, args.after);
  const rows: Member[] = await ctx.db.query(
    `select ${memberColumns} from member m where ${page.text()} order by m.registered_at desc, m.id desc limit ${size + 1}`,
    page.values(),
  );
  const keysOf = (member: Member): string[] => [member.registeredAt.toISOString(), member.id];
  return { ...connectionOf(rows, size, args.after, keysOf), countTotal: () => countMembers(ctx, where) };
}

function addFilters(where: SqlConditions, { actor }: MembersContext, { filter }: QueryMembersArgs): void {
  if (actor.kind === 'member') where.add((value) => `m.id = ${value(actor.id)}`);
  if (actor.storeIds) where.add((value) => `m.home_store_id = any(${value(actor.storeIds)}::text[])`);
  const { status, city, homeStoreId, registeredFrom, registeredTo } = filter ?? {};
  if (status != null) where.add((value) => `m.status = ${value(status)}`);
  if (city != null) where.add((value) => `m.city = ${value(city)}`);
  if (homeStoreId != null) where.add((value) => `m.home_store_id = ${value(homeStoreId)}`);
  if (registeredFrom != null) where.add((value) => `m.registered_at >= ${value(registeredFrom)}::timestamptz`);
  if (registeredTo != null) where.add((value) => `m.registered_at < ${value(registeredTo)}::timestamptz`);
}

async function addSearch(where: SqlConditions, ctx: MembersContext, search: string | null | undefined): Promise<void> {
  if ((search ?? '').length > SEARCH_LENGTH_MAX)
    throw badInput(`search must be at most ${SEARCH_LENGTH_MAX} characters.`);
  const terms = readSearch(search, {
    personalData: ctx.actor.permissions.has('members.pii.read'),
    country: ctx.config.PROGRAMME_COUNTRY,
  });
  if (terms === null) return;
  if (await findsFew(ctx, terms)) where.add((value) => `m.id in (${found(terms, value)})`);
  else where.add((value) => `(${terms.map((term) => matches(term, value)).join(' or ')})`);
}

async function findsFew({ db }: MembersContext, terms: readonly SearchTerm[]): Promise<boolean> {
  const parts = sqlConditions();
  parts.add((value) => `select count(*)::int as count from (${found(terms, value)}) found`);
  const rows: { count: number }[] = await db.query(parts.text(), parts.values());
  return (rows[0]?.count ?? 0) <= EXACT_MAX;
}

/** Ids of members that fit a term, at most one more of each than are counted exactly. */
function found(terms: readonly SearchTerm[], value: Value): string {
  const parts = terms.map((term) => {
    const [table, id] = term.by === 'card' ? ['card c', 'c.member_id'] : ['member m', 'm.id'];
    return `(select ${id} as id from ${table} where ${matchesRow(term, value)} limit ${EXACT_MAX + 1})`;
  });
  return parts.join(' union ') || 'select null::uuid where false';
}

type Value = (value: unknown) => string;

/** The condition on `member m`. */
function matches(term: SearchTerm, value: Value): string {
  const onRow = matchesRow(term, value);
  return term.by === 'card' ? `exists (select from card c where c.member_id = m.id and ${onRow})` : onRow;
}

/** The condition on the row that has the searched column: `member m` or `card c`. */
function matchesRow(term: SearchTerm, value: Value): string {
  if (term.by === 'name') {
    // Words are letters and digits only, so the quotes cannot be broken.
    return `m.name_words @@ ${value(term.words.map((word) => `'${word}':*`).join(' & '))}::tsquery`;
  }
  const column = { phone: 'm.phone', email: 'm.email', card: 'c.number' }[term.by];
  const fits =
    term.match === 'exact' ? `= ${value(term.value)}` : `like ${value(`${term.value.replace(/[\\%_]/g, '\\$&')}%`)}`;
  // The unique indexes of contacts leave closed members out.
  return term.by === 'card' ? `${column} ${fits}` : `${column} ${fits} and m.status <> 'CLOSED'`;
}

function addAfter(where: SqlConditions, after: string | null | undefined): void {
  const keys = decodeCursor(after, 2)?.map(String);
  if (!keys) return;
  const [registeredAt = '', id = ''] = keys;
  if (Number.isNaN(Date.parse(registeredAt)) || !isUuid(id)) throw badInput('after is not a cursor of this list.');
  where.add((value) => `(m.registered_at, m.id) < (${value(registeredAt)}::timestamptz, ${value(id)}::uuid)`);
}

async function countMembers({ db }: MembersContext, where: SqlConditions): Promise<number> {
  const matching = `select from member m where ${where.text()}`;
  const rows: { count: number }[] = await db.query(
    `select count(*)::int as count from (${matching} limit ${EXACT_MAX + 1}) matching`,
    where.values(),
  );
  const count = rows[0]?.count ?? 0;
  if (count <= EXACT_MAX) return count;
  const plans: { 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }[] = await db.query(
    `explain (format json) ${matching}`,
    where.values(),
  );
  return Math.max(plans[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0, count);
}
