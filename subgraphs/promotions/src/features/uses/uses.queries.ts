import DataLoader from 'dataloader';
import { Between, In, Like, Not, type DataSource } from 'typeorm';
import { PromotionFigures } from './promotion-use.entities';

/** Sums of promotions, days left out, batched per request. */
export function figuresLoader(db: DataSource): DataLoader<string, PromotionFigures[]> {
  return new DataLoader(async (ids) => {
    const where = { promotionId: In([...ids]), slice: Not(Like('day %')) };
    const byId = Map.groupBy(await db.getRepository(PromotionFigures).findBy(where), ({ promotionId }) => promotionId);
    return ids.map((id) => byId.get(id) ?? []);
  });
}

/** Sums of the days that have any, the earliest first; both ends belong to the period. */
export function findDays(db: DataSource, promotionId: string, from: string, to: string): Promise<PromotionFigures[]> {
  const where = { promotionId, slice: Between(`day ${from}`, `day ${to}`) };
  return db.getRepository(PromotionFigures).find({ where, order: { slice: 'ASC' } });
}
