import { badInput, connectionOf, decodeCursor, isUuid, pageSize, type Connection } from '@adal/service';
import type { DataSource } from 'typeorm';
import type { PromotionGroup } from '../../generated/graphql';
import { PromotionUse } from './promotion-use.entities';

/** A member's sales of a promotion together. */
export interface Buyer {
  readonly memberId: string;
  readonly lastDay: string;
  readonly uses: number;
  readonly members: 1;
  readonly discountMinor: bigint;
  readonly pointsMinor: bigint;
  readonly revenueMinor: bigint;
}

/** As Postgres answers it. */
type BuyerRow = Record<'id' | 'lastDay' | 'uses' | 'discount' | 'points' | 'revenue', string>;

export type SalePage = Connection<PromotionUse>;
export type BuyerPage = Connection<Buyer>;

interface Paging {
  group?: PromotionGroup | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}

const NIL = '00000000-0000-0000-0000-000000000000';

/** A page of the sales of a group, the latest day first. */
export async function listSales(
  db: DataSource,
  promotionId: string,
  { group, first, after }: Paging,
): Promise<SalePage> {
  const size = pageSize(first);
  const query = db
    .getRepository(PromotionUse)
    .createQueryBuilder('u')
    .where('u.promotionId = :promotionId and u.heldOut = :heldOut', { promotionId, heldOut: group === 'CONTROL' })
    .orderBy('u.day', 'DESC')
    .addOrderBy('u.receiptId', 'DESC')
    .limit(size + 1);
  const [day, receiptId] = decodeCursor(after, 2) ?? [];
  if (day !== undefined && Number.isNaN(Date.parse(String(day)))) throw badInput('after is not a cursor of this list.');
  if (day !== undefined) query.andWhere('(u.day, u.receiptId) < (:day::date, :receiptId)', { day, receiptId });
  return connectionOf(await query.getMany(), size, after, (use) => [use.day, use.receiptId]);
}

/** A page of the members of a group who bought, by id. */
export async function listBuyers(
  db: DataSource,
  promotionId: string,
  { group, first, after }: Paging,
): Promise<BuyerPage> {
  const size = pageSize(first);
  const [from] = decodeCursor(after, 1) ?? [NIL];
  const rows: BuyerRow[] = await db.query(
    `select member_id as id, max(day)::text as "lastDay", count(*) as uses, sum(discount_minor) as discount,
       sum(points_minor) as points, sum(revenue_minor) as revenue
     from promotion_use where promotion_id = $1 and held_out = $2 and member_id > $3::uuid
     group by member_id order by member_id limit $4`,
    [promotionId, group === 'CONTROL', isUuid(String(from)) ? from : NIL, size + 1],
  );
  return connectionOf(rows.map(buyerOf), size, after, ({ memberId }) => [memberId]);
}

const buyerOf = ({ id, lastDay, uses, discount, points, revenue }: BuyerRow): Buyer => ({
  ...{ memberId: id, lastDay, uses: Number(uses), members: 1 },
  ...{ discountMinor: BigInt(discount), pointsMinor: BigInt(points), revenueMinor: BigInt(revenue) },
});
