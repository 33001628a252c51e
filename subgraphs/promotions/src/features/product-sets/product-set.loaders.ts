import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { ProductSet } from './product-set.entity';

/** Sets by the SKU of a member, by name. */
export function setsOfProductLoader(db: DataSource): DataLoader<string, ProductSet[]> {
  return new DataLoader(async (skus) => {
    const members: { sku: string; set_id: string }[] = await db.query(
      'select sku, set_id from product_set_member where sku = any($1)',
      [skus],
    );
    const ids = [...new Set(members.map(({ set_id }) => set_id))];
    const sets = ids.length === 0 ? [] : await setsByName(db, ids);
    const inSet = new Set(members.map(({ sku, set_id }) => `${set_id} ${sku}`));
    return skus.map((sku) => sets.filter(({ id }) => inSet.has(`${id} ${sku}`)));
  });
}

/** How many products are in each set. */
export function setSizeLoader(db: DataSource): DataLoader<string, number> {
  return new DataLoader(async (ids) => {
    const rows: { set_id: string; size: number }[] = await db.query(
      'select set_id, count(*)::int as size from product_set_member where set_id = any($1) group by 1',
      [ids],
    );
    const sizes = new Map(rows.map(({ set_id, size }) => [set_id, size]));
    return ids.map((id) => sizes.get(id) ?? 0);
  });
}

const setsByName = (db: DataSource, ids: string[]): Promise<ProductSet[]> =>
  db.getRepository(ProductSet).createQueryBuilder('s').where('s.id = any(:ids)', { ids }).orderBy('s.name').getMany();
