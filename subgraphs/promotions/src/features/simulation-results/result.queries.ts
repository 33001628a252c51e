import { In, type DataSource } from 'typeorm';
import { isLimited } from '../limits';
import { Promotion } from '../promotions';
import { instantsOf, type Scene } from '../replay';
import { promotionIdOf } from '../simulation-figures';
import { Store } from '../stores';
import { PromotionTurn, type AskedSimulation } from '../simulations';

/** Promotions of the scene with a budget or a cap. */
export async function countLimited(db: DataSource, { without, draftIds }: Scene): Promise<number> {
  const ids = [...new Set([...without.map(({ id }) => promotionIdOf(id)), ...draftIds])];
  return (await db.getRepository(Promotion).findBy({ id: In(ids) })).filter(isLimited).length;
}

/** Promotions whose first turn that was kept lies inside the period. */
export function countPastUnknown(db: DataSource, asked: AskedSimulation): Promise<number> {
  return db
    .getRepository(PromotionTurn)
    .createQueryBuilder('turn')
    .where('turn.isFirstKnown and turn.at > :from', { from: instantsOf(asked).from })
    .getCount();
}

/** Names of stores by id. */
export async function findStoreNames(db: DataSource, ids: readonly string[]): Promise<Map<string, string>> {
  const stores = await db.getRepository(Store).findBy({ id: In([...ids]) });
  return new Map(stores.map(({ id, name }) => [id, name]));
}
