import { categoryPath, categoryPaths } from '@adal/engine';
import type { Connection } from '@adal/service';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { Product } from './product.entity';

export interface ProductFilter {
  /** A beginning of the SKU, or words (or beginnings of words) of the name. */
  search: string | null;
  category: string | null;
  brand: string | null;
}

/** A page of products on its way out; the filter stays for the count. */
export type ProductPage = Connection<Product> & { filter: ProductFilter };

/** A page by SKU, one row more than `size` when more follow. */
export function listProducts(
  db: DataSource,
  filter: ProductFilter,
  after: string | null,
  size: number,
): Promise<Product[]> {
  const query = productsWhere(db, filter)
    .orderBy('product.sku')
    .limit(size + 1);
  if (after !== null) query.andWhere('product.sku > :after', { after });
  return query.getMany();
}

/** Counts are exact up to here; beyond, the planner's estimate does. */
const COUNTED_MAX = 10_000;

/** How many products match: exact up to 10,000, an estimate beyond. */
export async function countProducts(db: DataSource, filter: ProductFilter): Promise<number> {
  const limited = productsWhere(db, filter)
    .select('1')
    .limit(COUNTED_MAX + 1);
  const [sql, parameters] = limited.getQueryAndParameters();
  const [row]: { count: number }[] = await db.query(`select count(*)::int as count from (${sql}) matching`, parameters);
  const counted = row?.count ?? 0;
  if (counted <= COUNTED_MAX) return counted;
  const [all, values] = productsWhere(db, filter).select('1').getQueryAndParameters();
  const plan: { 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }[] = await db.query(
    `explain (format json) ${all}`,
    values,
  );
  return Math.max(counted, plan[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0);
}

function productsWhere(db: DataSource, { search, category, brand }: ProductFilter): SelectQueryBuilder<Product> {
  const query = db.getRepository(Product).createQueryBuilder('product');
  const words = (search ?? '').match(/[\p{L}\p{N}]+/gu);
  if (search !== null && words !== null) {
    query.andWhere(
      `(lower(product.sku) like :prefix or to_tsvector('simple', product.name) @@ to_tsquery('simple', :words))`,
      {
        prefix: `${escapeLike(search.trim().toLowerCase())}%`,
        words: words.map((word) => `${word}:*`).join(' & '),
      },
    );
  }
  if (category !== null) {
    const path = categoryPath(category);
    query.andWhere('(product.categoryPath = :path or product.categoryPath like :below)', {
      path,
      below: `${escapeLike(path)} > %`,
    });
  }
  if (brand !== null) query.andWhere('product.brand = :brand', { brand });
  return query;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Every category of the tree, by path, with the products in and below it. */
export async function listCategories(db: DataSource): Promise<{ path: string; products: number }[]> {
  const leaves: { path: string; products: number }[] = await db.query(
    `select category_path as path, count(*)::int as products from product where category_path <> '' group by 1`,
  );
  const counts = new Map<string, number>();
  for (const leaf of leaves) {
    for (const path of categoryPaths(leaf.path)) counts.set(path, (counts.get(path) ?? 0) + leaf.products);
  }
  return [...counts]
    .map(([path, products]) => ({ path, products }))
    .sort((left, right) => left.path.localeCompare(right.path));
}

/** Every brand by name. */
export function listBrands(db: DataSource): Promise<{ name: string; products: number }[]> {
  return db.query(
    'select brand as name, count(*)::int as products from product where brand is not null group by 1 order by 1',
  );
}
