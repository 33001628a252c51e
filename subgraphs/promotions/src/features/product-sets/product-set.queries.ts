import type { Connection } from '@adal/service';
import type { DataSource } from 'typeorm';
import { ProductSet } from './product-set.entity';

/** A page of sets on its way out; the search stays for the count. */
export type ProductSetPage = Connection<ProductSet> & { search: string | null };

/** A page by name, one row more than `size` when more follow. */
export function listSets(
  db: DataSource,
  search: string | null,
  after: { name: string; id: string } | null,
  size: number,
): Promise<ProductSet[]> {
  const query = setsWhere(db, search)
    .orderBy('product_set.name')
    .addOrderBy('product_set.id')
    .limit(size + 1);
  if (after !== null) query.andWhere('(product_set.name, product_set.id) > (:name, :id)', after);
  return query.getMany();
}

export const countSets = (db: DataSource, search: string | null): Promise<number> => setsWhere(db, search).getCount();

function setsWhere(db: DataSource, search: string | null) {
  const query = db.getRepository(ProductSet).createQueryBuilder('product_set');
  if (search !== null) query.andWhere('strpos(lower(product_set.name), lower(:search)) > 0', { search: search.trim() });
  return query;
}
