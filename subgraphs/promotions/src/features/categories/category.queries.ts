import { categoryPaths } from '@adal/engine';
import type { DataSource } from 'typeorm';

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
export const listBrands = (db: DataSource): Promise<{ name: string; products: number }[]> => countNames(db, 'brand');

/** Every season by name. */
export const listSeasons = (db: DataSource): Promise<{ name: string; products: number }[]> => countNames(db, 'season');

const countNames = (db: DataSource, column: 'brand' | 'season'): Promise<{ name: string; products: number }[]> =>
  db.query(
    `select ${column} as name, count(*)::int as products from product where ${column} is not null group by 1 order by 1`,
  );
