import { badInput, decodeCursor, type Connection } from '@adal/service';
import { In, LessThan, type DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Promotion } from './promotion.entity';
import { PromotionVersion } from './promotion-version.entity';

export interface PromotionFilter {
  status: string | null;
  /** Part of the name. */
  search: string | null;
  /** Those that began as one of these templates. */
  templateKeys: readonly string[] | null;
  /** Those that were put away, or those that were not. */
  archived: boolean;
  /** Those whose latest version waits for a decision. */
  awaitsApproval: boolean;
}

/** A page of promotions on its way out; the filter stays for the count. */
export type PromotionPage = Connection<Promotion> & { filter: PromotionFilter };
export type PromotionVersionPage = Connection<PromotionVersion>;

/** Promotions that price baskets now or by themselves later. */
export function findLivePromotions(db: DataSource): Promise<Promotion[]> {
  return db.getRepository(Promotion).findBy({ status: In(['SCHEDULED', 'RUNNING']) });
}

const CALENDAR_MAX = 500;

/** Promotions whose schedule meets the period, by their start; drafts only with dates. */
export function findPromotionsBetween(db: DataSource, from: Date, until: Date): Promise<Promotion[]> {
  return db
    .getRepository(Promotion)
    .createQueryBuilder('promotion')
    .where('(promotion.startsAt is null or promotion.startsAt < :until)', { until })
    .andWhere('(promotion.endsAt is null or promotion.endsAt > :from)', { from })
    .andWhere(`(promotion.status <> 'DRAFT' or promotion.startsAt is not null or promotion.endsAt is not null)`)
    .andWhere(`(promotion.status <> 'ENDED' or promotion.updatedAt > :from)`)
    .andWhere('promotion.archivedAt is null')
    .orderBy('promotion.startsAt', 'ASC', 'NULLS FIRST')
    .addOrderBy('promotion.id')
    .limit(CALENDAR_MAX)
    .getMany();
}

/** Makes two first saves of one id take turns, until the transaction ends. */
export async function lockPromotionId(tx: EntityManager, id: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`promotion:${id}`]);
}

/** The promotion, locked until the transaction ends. */
export function lockPromotion(tx: EntityManager, id: string): Promise<Promotion | null> {
  return tx.getRepository(Promotion).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** A page, one row more than `size` when more follow. */
export function listPromotions(
  db: DataSource,
  filter: PromotionFilter,
  { by, value, direction }: PromotionOrder,
  { after, size }: { after: PromotionCursor | null; size: number },
): Promise<Promotion[]> {
  const query = promotionsWhere(db, filter)
    .orderBy(by, direction)
    .addOrderBy('promotion.id', direction)
    .limit(size + 1);
  const isAfter = direction === 'DESC' ? '<' : '>';
  if (after !== null) query.andWhere(`(${by}, promotion.id) ${isAfter} (${value}, :id::uuid)`, after);
  return query.getMany();
}

export function countPromotions(db: DataSource, filter: PromotionFilter): Promise<number> {
  return promotionsWhere(db, filter).getCount();
}

function promotionsWhere(
  db: DataSource,
  { status, search, templateKeys, archived, awaitsApproval }: PromotionFilter,
): SelectQueryBuilder<Promotion> {
  const query = db.getRepository(Promotion).createQueryBuilder('promotion');
  query.where(`promotion.archivedAt is ${archived ? 'not ' : ''}null`);
  if (templateKeys !== null) query.andWhere('promotion.templateKey = any(:templateKeys)', { templateKeys });
  if (status !== null) query.andWhere('promotion.status = :status', { status });
  if (search !== null) query.andWhere('strpos(lower(promotion.name), lower(:search)) > 0', { search: search.trim() });
  if (awaitsApproval) {
    query.andWhere(`exists (select 1 from promotion_approval a
      where a.promotion_id = promotion.id and a.version = promotion.version and a.status = 'WAITING')`);
  }
  return query;
}

/** One version; null when there is none. */
export function findVersion(db: DataSource, promotionId: string, version: number): Promise<PromotionVersion | null> {
  return db.getRepository(PromotionVersion).findOneBy({ promotionId, version });
}

/** Versions of a promotion, the latest first, one more than `size` when more follow. */
export function listVersions(
  db: DataSource,
  promotionId: string,
  before: number | null,
  size: number,
): Promise<PromotionVersion[]> {
  const where = { promotionId, ...(before !== null && { version: LessThan(before) }) };
  return db.getRepository(PromotionVersion).find({ where, order: { version: 'DESC' }, take: size + 1 });
}

/** Where a page of a list begins. */
interface PromotionCursor {
  readonly value: string;
  readonly id: string;
}

/** An order of promotions; ties go by id, the same way. */
interface PromotionOrder {
  /** SQL of what they are ordered by, and of the same read from a cursor's `:value`. */
  readonly by: string;
  readonly value: string;
  readonly direction: 'ASC' | 'DESC';
  keysOf(promotion: Promotion): string[];
  readCursor(after: string | null | undefined): PromotionCursor | null;
}

/** The order that staff ask for; last changed first when they do not say. */
export function orderOf(sort: string | null | undefined): PromotionOrder {
  const order = Object.hasOwn(ORDERS, sort ?? 'CHANGED') ? ORDERS[sort ?? 'CHANGED'] : undefined;
  if (order === undefined) throw badInput(`sort is one of ${Object.keys(ORDERS).join(', ')}.`);
  return {
    ...order,
    keysOf: (promotion) => [order.keyOf(promotion), promotion.id],
    readCursor: (after) => {
      const keys = decodeCursor(after, 2);
      if (keys === null) return null;
      const [value, id] = keys.map(String);
      if (value === undefined || id === undefined || !order.isKey(value) || !UUID.test(id)) {
        throw badInput('after is not a cursor of this list.');
      }
      return { value, id };
    },
  };
}

const UUID = /^[0-9a-f-]{36}$/;
const isInstant = (value: string): boolean => value.endsWith('infinity') || !Number.isNaN(Date.parse(value));

interface Order extends Pick<PromotionOrder, 'by' | 'value' | 'direction'> {
  keyOf(promotion: Promotion): string;
  isKey(value: string): boolean;
}

const byInstant = (by: string, direction: Order['direction'], keyOf: Order['keyOf']): Order => ({
  ...{ by, direction, keyOf },
  value: ':value::timestamptz',
  isKey: isInstant,
});

// Without a start it runs since ever, without an end for ever.
const ORDERS: Readonly<Record<string, Order>> = {
  CHANGED: byInstant('promotion.updatedAt', 'DESC', ({ updatedAt }) => updatedAt.toISOString()),
  STARTS: byInstant(
    `coalesce(promotion.startsAt, '-infinity')`,
    'DESC',
    ({ startsAt }) => startsAt?.toISOString() ?? '-infinity',
  ),
  ENDS: byInstant(`coalesce(promotion.endsAt, 'infinity')`, 'ASC', ({ endsAt }) => endsAt?.toISOString() ?? 'infinity'),
  NAME: {
    by: 'lower(promotion.name)',
    value: 'lower(:value)',
    direction: 'ASC',
    keyOf: ({ name }) => name,
    isKey: (value) => !value.includes('\0'),
  },
};
