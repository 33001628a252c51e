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

/** Limits that match, the fullest first. */
export async function listLimits(db: DataSource, { filter, first, after, now }: LimitRequest): Promise<LimitPage> {
  const size = pageSize(first);
  const { where, values } = conditionsOf(filter, now);
  const found = await readLimits(db, { where, values, after: cursorOf(after), size: size + 1 });
  return {
    ...connectionOf(found, size, after, (limit) => [limit.share, limit.key]),
    countTotal: async () => {
      const rows: { count: string }[] = await db.query(`select count(*) from limit_counter c where ${where}`, values);
      return Number(rows[0]?.count);
    },
  };
}

/** On shard 0, which says what the limit is. */
function conditionsOf(filter: LimitFilter, now: Date): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const where = ['c.shard = 0'];
  const add = (value: unknown, sql: (place: string) => string): void => {
    values.push(value);
    where.push(sql(`$${values.length}`));
  };
  const { search, kinds, promotionId, exhausted, ended } = filter;
  if (search?.trim())
    add(search.trim(), (text) => `strpos(lower(concat_ws(' ', c.label, c.key, c.subject)), lower(${text})) > 0`);
  if (kinds) add(kinds, (list) => `c.kind = any(${list})`);
  if (promotionId) add(promotionId, (id) => `c.promotion_id = ${id}`);
  if (typeof exhausted === 'boolean') add(exhausted, (flag) => `c.exhausted = ${flag}`);
  if (!ended) add(now, (at) => `(c.period_ends_at is null or c.period_ends_at > ${at})`);
  return { where: where.join(' and '), values };
}

function cursorOf(after: string | null | undefined): readonly [number, string] | null {
  const keys = decodeCursor(after, 2);
  if (!keys) return null;
  const [share, key] = keys;
  if (typeof share !== 'number' || typeof key !== 'string') throw badInput('after is not a cursor of this list.');
  return [share, key];
}

interface Reading {
  readonly where: string;
  readonly values: readonly unknown[];
  readonly after: readonly [number, string] | null;
  readonly size: number;
}

type LimitRecord = Record<'counted' | 'max' | 'reserved', string> & Omit<LimitFigures, 'counted' | 'max' | 'reserved'>;

async function readLimits(db: DataSource, { where, values, after, size }: Reading): Promise<LimitFigures[]> {
  const place = (n: number): string => `$${values.length + n}`;
  const beyond = after ? `where share < ${place(1)} or (share = ${place(1)} and key > ${place(2)})` : '';
  const rows: LimitRecord[] = await db.query(
    `with whole as (
       select c.key, c.kind, c.unit, c.label, c.promotion_id as "promotionId", c.subject, c.used + coalesce(s.used, 0) as counted, c.max,
         case when c.max = 0 then 1 else (c.used + coalesce(s.used, 0))::float8 / c.max end as share, c.exhausted,
         c.period_ends_at as "periodEndsAt", greatest(c.last_used_at, s.last_used_at) as "lastUsedAt"
       from limit_counter c
       left join (select key, sum(used) as used, max(last_used_at) as last_used_at from limit_counter where shard > 0 group by key) s
         on s.key = c.key
       where ${where}),
     page as (select * from whole ${beyond} order by share desc, key limit ${size})
     select p.*, coalesce(h.amount, 0) as reserved
     from page p
     left join (
       select u.key, sum(u.amount) as amount from reservation r join limit_use u on u.purchase_id = r.purchase_id
       where r.status = 'HELD' group by u.key) h on h.key = p.key
     order by p.share desc, p.key`,
    [...values, ...(after ?? [])],
  );
  return rows.map(({ counted, max, reserved, ...rest }) => ({
    ...rest,
    counted: BigInt(counted),
    max: BigInt(max),
    reserved: BigInt(reserved),
  }));
}
