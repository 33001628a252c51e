import { categoryPath } from '@adal/engine';
import type { Connection } from '@adal/service';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { Product, type ProductStatus } from './product.entity';
import { searchQuery } from './product-search';

export interface ProductFilter {
  /** A beginning of the SKU or barcode, or words (or beginnings of words) of name and brand. */
  search: string | null;
  category: string | null;
  brand: string | null;
  season: string | null;
  status: ProductStatus | null;
  /** A product set's id. */
  set: string | null;
  substitutesGroup: string | null;
  /** Any of the values of each. */
  attributes: readonly { key: string; values: readonly unknown[] }[];
}

/** A page of products on its way out; the filter stays for the count. */
export type ProductPage = Connection<Product> & { filter: ProductFilter };

/** A page by SKU, one row more than `size` when more follow. */
export async function listProducts(
  db: DataSource,
  filter: ProductFilter,
  after: string | null,
  size: number,
): Promise<Product[]> {
  const query = (await productsWhere(db, filter)).limit(size + 1);
  // Neighbours begin alike: whoever looks through the products by SKU until a page is full may have to pass by nearly all of them
  // first. An expression keeps the planner from that way.
  query.orderBy((await isBeginningOfFew(db, filter.search)) ? "product.sku || ''" : 'product.sku');
  if (after !== null) query.andWhere('product.sku > :after', { after });
  return query.getMany();
}

/** So many products are sorted in a few milliseconds. */
const FEW = 20_000;

/** Whether some SKUs or barcodes begin so, but not so many that it takes long to find them all. */
async function isBeginningOfFew(db: DataSource, search: string | null): Promise<boolean> {
  const typed = search?.trim() ?? '';
  if (typed === '') return false;
  const [row]: { count: number }[] = await db.query(
    `select count(*)::int as count from (
       select from product where lower(sku) like $1 ${BARCODE.test(typed) ? 'or barcode like $1' : ''} limit $2) beginning`,
    [beginningWith(typed), FEW + 1],
  );
  const count = row?.count ?? 0;
  return count > 0 && count <= FEW;
}

/** Counts are exact up to here; beyond, the planner's estimate does. */
const COUNTED_MAX = 10_000;

/** How many products match: exact up to 10,000, an estimate beyond. */
export async function countProducts(db: DataSource, filter: ProductFilter): Promise<number> {
  const all = (await productsWhere(db, filter)).select('1');
  const [sql, parameters] = all
    .clone()
    .limit(COUNTED_MAX + 1)
    .getQueryAndParameters();
  const [row]: { count: number }[] = await db.query(`select count(*)::int as count from (${sql}) matching`, parameters);
  const counted = row?.count ?? 0;
  if (counted <= COUNTED_MAX) return counted;
  const [every, values] = all.getQueryAndParameters();
  const plan: { 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }[] = await db.query(
    `explain (format json) ${every}`,
    values,
  );
  return Math.max(counted, plan[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0);
}

/** With fewer digits it is the beginning of half of a chain's barcodes. */
const BARCODE = /^\d{10,}$/;

async function productsWhere(db: DataSource, filter: ProductFilter): Promise<SelectQueryBuilder<Product>> {
  const query = db.getRepository(Product).createQueryBuilder('product');
  const typed = filter.search?.trim() ?? '';
  const words = await searchQuery(db, typed);
  if (words !== null) {
    const prefix = beginningWith(typed);
    const barcode = BARCODE.test(typed) ? 'or product.barcode like :prefix' : '';
    query.andWhere(`(lower(product.sku) like :prefix ${barcode} or product.words @@ :words::tsquery)`, {
      prefix,
      words,
    });
  }
  if (filter.category !== null) {
    const path = categoryPath(filter.category);
    const below = `${escapeLike(path)} > %`;
    query.andWhere('(product.categoryPath = :path or product.categoryPath like :below)', { path, below });
  }
  for (const name of ['brand', 'season', 'status', 'substitutesGroup'] as const) {
    if (filter[name] !== null) query.andWhere(`product.${name} = :${name}`, { [name]: filter[name] });
  }
  if (filter.set !== null) {
    const members = 'select sku from product_set_member where set_id = :set';
    query.andWhere(`product.sku in (${members})`, { set: filter.set });
  }
  filter.attributes.forEach(({ key, values }, index) => {
    // A list contains each of its values, so it is asked for both as one value and as a list of one.
    const wanted = values.flatMap((value) => [{ [key]: value }, { [key]: [value] }]);
    const any = wanted.map((_, at) => `product.attributes @> :attribute_${index}_${at}`);
    const parameters = wanted.map((json, at) => [`attribute_${index}_${at}`, JSON.stringify(json)] as const);
    query.andWhere(any.length === 0 ? 'false' : `(${any.join(' or ')})`, Object.fromEntries(parameters));
  });
  return query;
}

const beginningWith = (typed: string): string => `${escapeLike(typed.toLowerCase())}%`;

export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
