import { isLocalDate } from '@adal/money';
import { badInput, connectionOf, decodeCursor, isUuid, pageSize, type Connection } from '@adal/service';
import type { PromotionsContext } from '../../context';
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

/** A page of the sales of a group in the stores that the asker sees, the latest day first. */
export async function listSales(
  { db, actor }: PromotionsContext,
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
  if (actor.storeIds) query.andWhere(soldIn('u.receiptId', ':stores'), { stores: actor.storeIds });
  const [day, receiptId] = decodeCursor(after, 2) ?? [];
  if (day !== undefined && !isLocalDate(String(day))) throw badInput('after is not a cursor of this list.');
  if (day !== undefined) query.andWhere('(u.day, u.receiptId) < (:day::date, :receiptId)', { day, receiptId });
  return connectionOf(await query.getMany(), size, after, (use) => [use.day, use.receiptId]);
}

/** A page of the members of a group who bought in the stores that the asker sees, by id. */
export async function listBuyers(
  { db, actor }: PromotionsContext,
  promotionId: string,
  { group, first, after }: Paging,
): Promise<BuyerPage> {
  const size = pageSize(first);
  const [from = NIL] = decodeCursor(after, 1) ?? [];
  if (!isUuid(String(from))) throw badInput('after is not a cursor of this list.');
  const rows: BuyerRow[] = await db.query(
    `select member_id as id, max(day)::text as "lastDay", count(*) as uses, sum(discount_minor) as discount,
       sum(points_minor) as points, sum(revenue_minor) as revenue
     from promotion_use u where promotion_id = $1 and held_out = $2 and member_id > $3::uuid
       and ($5::text[] is null or ${soldIn('u.receipt_id', '$5')})
     group by member_id order by member_id limit $4`,
    [promotionId, group === 'CONTROL', from, size + 1, actor.storeIds],
  );
  return connectionOf(rows.map(buyerOf), size, after, ({ memberId }) => [memberId]);
}

/** Uses do not say where they were; receipts do. */
const soldIn = (receiptId: string, stores: string): string =>
  `exists (select from receipt r where r.id = ${receiptId} and r.store_id = any(${stores}))`;

const buyerOf = ({ id, lastDay, uses, discount, points, revenue }: BuyerRow): Buyer => ({
  ...{ memberId: id, lastDay, uses: Number(uses), members: 1 },
  ...{ discountMinor: BigInt(discount), pointsMinor: BigInt(points), revenueMinor: BigInt(revenue) },
});
