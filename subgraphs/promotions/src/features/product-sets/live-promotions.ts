import { goodsNamedBy, type Goods } from '@adal/engine';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { toEnginePromotion } from '../definitions';
import { Promotion } from '../promotions';

export interface InUse {
  promotions: Promotion[];
}

/** Promotions that price baskets, will, or may go on: those that name such goods. */
export async function livePromotionsNaming(
  db: DataSource | EntityManager,
  isNamed: (goods: Goods) => boolean,
): Promise<Promotion[]> {
  const live = await db.getRepository(Promotion).findBy({ status: In(['SCHEDULED', 'RUNNING', 'PAUSED']) });
  return live.filter((row) => {
    const promotion = toEnginePromotion(row);
    return promotion !== null && goodsNamedBy(promotion).some(isNamed);
  });
}
