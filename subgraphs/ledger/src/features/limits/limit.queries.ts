import type { LimitUnit } from '@adal/events';
import { badInput, connectionOf, decodeCursor, pageSize, type Connection } from '@adal/service';
import type { DataSource } from 'typeorm';
import type { LimitFilter } from '../../generated/graphql';

/** A limit with its shards together; amounts in minor units, or uses. */
export interface LimitFigures {
  readonly key: string;
  readonly kind: string;
  readonly unit: LimitUnit;
  readonly label: string;
  readonly promotionId: string | null;
  readonly subject: string | null;
  /** By sales and reservations. */
  readonly counted: bigint;
  readonly reserved: bigint;
  readonly max: bigint;
  readonly share: number;
  /** The whole percent by which it is listed. */
  readonly percent: number;
  readonly exhausted: boolean;
  readonly periodEndsAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** A page of limits, and how to count what it is a page of. */
export interface LimitPage extends Connection<LimitFigures> {
  countTotal(): Promise<number>;
}

export interface LimitRequest {
  readonly filter: LimitFilter;
  readonly first: number | null | undefined;
  readonly after: string | null | undefined;
  readonly now: Date;
}

/** Limits that match, the fullest first by whole percent. */
export async function listLimits(db: DataSource, { filter, first, after, now }: LimitRequest): Promise<LimitPage> {
  const size = pageSize(first);
  const reading = { ...conditionsOf(filter), since: filter.ended ? null : now };
  const found = await readLimits(db, { ...reading, after: cursorOf(after), size: size + 1 });
  return {
    ...connectionOf(found, size, after, ({ percent, key }) => [percent, key]),
    countTotal: async () => {
      const rows: { count: string }[] = await db.query(
        `select count(*) from limit_counter c where ${reading.where} and ${LASTS}`,
        [reading.since, ...reading.values],
      );
      return Number(rows[0]?.count);
    },
  };
}

/** Not over since $1; all when it is null. */
const LASTS = '($1::timestamptz is null or c.period_ends_at is null or c.period_ends_at > $1)';

/** On shard 0, which says what the limit is; values from $2 on. */
function conditionsOf(filter: LimitFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const where = ['c.shard = 0'];
  const add = (value: unknown, sql: (place: string) => string): void => {
    values.push(value);
    where.push(sql(`$${values.length + 1}`));
  };
  const { search, kinds, promotionId, exhausted } = filter;
  if (search?.trim())
    add(search.trim(), (text) => `strpos(lower(concat_ws(' ', c.label, c.key, c.subject)), lower(${text})) > 0`);
  if (kinds) add(kinds, (list) => `c.kind = any(${list})`);
  if (promotionId) add(promotionId, (id) => `c.promotion_id = ${id}`);
  if (typeof exhausted === 'boolean') where.push(exhausted ? 'c.exhausted' : 'not c.exhausted');
  return { where: where.join(' and '), values };
}

function cursorOf(after: string | null | undefined): readonly [number, string] | null {
  const keys = decodeCursor(after, 2);
  if (!keys) return null;
  const [percent, key] = keys;
  if (!Number.isSafeInteger(percent) || typeof percent !== 'number' || typeof key !== 'string')
    throw badInput('after is not a cursor of this list.');
  return [percent, key];
}

interface Reading {
  readonly where: string;
  readonly values: readonly unknown[];
  /** Limits that were over by then are left out; null: none are. */
  readonly since: Date | null;
  readonly after: readonly [number, string] | null;
  readonly size: number;
}

type LimitRecord = Record<'counted' | 'max' | 'reserved', string> & Omit<LimitFigures, 'counted' | 'max' | 'reserved'>;

/** Limits of one row are in the order of an index, those of each end of a period apart; sharded ones are few and summed first. */
async function readLimits(db: DataSource, { where, values, since, after, size }: Reading): Promise<LimitFigures[]> {
  const place = (n: number): string => `$${1 + values.length + n}`;
  const beyond = (percent: string, key: string): string =>
    after ? `${percent} <= ${place(1)}::int and (${percent} < ${place(1)}::int or ${key} > ${place(2)})` : 'true';
  const page = (rows: string): string =>
    `select c.key, c.share_percent::int as percent from limit_counter c
     where c.shard = 0 and ${rows} and ${where} and ${beyond('c.share_percent', 'c.key')}
       and not exists (select from limit_counter s where s.key = c.key and s.shard = 1)
     order by c.share_percent desc, c.key limit ${size}`;
  const rows: LimitRecord[] = await db.query(
    `with recursive
       period as (
         select min(period_ends_at) as at from limit_counter where shard = 0 and period_ends_at > coalesce($1::timestamptz, '-infinity')
         union all
         select (select min(n.period_ends_at) from limit_counter n where n.shard = 0 and n.period_ends_at > p.at) from period p where p.at is not null),
       sharded as (
         select c.key, least(sum(s.used) * 100 / nullif(c.max, 0), 32767)::int as percent
         from limit_counter f join limit_counter c on c.key = f.key and c.shard = 0 join limit_counter s on s.key = f.key
         where f.shard = 1 and ${where} and ${LASTS} group by c.key, c.max),
       page as (
         (${page('c.period_ends_at is null')})
         union all
         select l.* from period p cross join lateral (${page('c.period_ends_at = p.at')}) l
         union all
         select key, coalesce(percent, 100) from sharded where ${beyond('coalesce(percent, 100)', 'key')}
         order by percent desc, key limit ${size})
     select c.key, p.percent, c.kind, c.unit, c.label, c.promotion_id as "promotionId", c.subject, u.used as counted, c.max,
       case when c.max = 0 then 1 else u.used::float8 / c.max end as share, c.exhausted,
       c.period_ends_at as "periodEndsAt", u.last_used_at as "lastUsedAt", coalesce(h.amount, 0) as reserved
     from page p join limit_counter c on c.key = p.key and c.shard = 0
     cross join lateral (select sum(s.used) as used, max(s.last_used_at) as last_used_at from limit_counter s where s.key = c.key) u
     left join (
       select u.key, sum(u.amount) as amount from reservation r join limit_use u on u.purchase_id = r.purchase_id
       where r.status = 'HELD' group by u.key) h on h.key = c.key
     order by p.percent desc, p.key`,
    [since, ...values, ...(after ?? [])],
  );
  return rows.map(({ counted, max, reserved, ...rest }) => ({
    ...rest,
    counted: BigInt(counted),
    max: BigInt(max),
    reserved: BigInt(reserved),
  }));
}
