import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { isUuid } from '@adal/service';
import { Promotion } from './promotion.entity';

/** Promotions by id, batched per request. */
export function promotionLoader(db: DataSource): DataLoader<string, Promotion | null> {
  return new DataLoader(async (ids) => {
    const found = await db.getRepository(Promotion).findBy({ id: In(ids.filter(isUuid)) });
    const byId = new Map(found.map((promotion) => [promotion.id, promotion]));
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
  });
}
