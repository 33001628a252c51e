import type { DataSource } from 'typeorm';
import { Product } from './product.entity';

/** A product as it is, or as it was until a moment. */
export type KnownProduct = Product & { validUntil?: Date | null };

/** What a product was before, the latest first. */
export async function listFormerProducts(db: DataSource, sku: string, size: number): Promise<KnownProduct[]> {
  const sql = `${FORMER} where past.sku = $1 order by past.revision desc limit $2`;
  const rows: FormerRow[] = await db.query(sql, [sku, size]);
  return rows.map((row) => formerProduct(db, row));
}

/** The product with the values it had at a moment; before it was known, the first ones. Null when there is none. */
export async function findProductAt(db: DataSource, sku: string, at: Date): Promise<KnownProduct | null> {
  const sql = `${FORMER} where past.sku = $1 and valid_until > $2 order by valid_until, past.revision limit 1`;
  const [row]: FormerRow[] = await db.query(sql, [sku, at]);
  return row ? formerProduct(db, row) : db.getRepository(Product).findOneBy({ sku });
}

type FormerRow = Record<string, unknown> & { valid_until: Date };

const FORMER = `select valid_until, product.* from product_past past, jsonb_populate_record(null::product, content) product`;

/** Columns become fields as TypeORM makes them of a row. */
function formerProduct(db: DataSource, row: FormerRow): KnownProduct {
  const { columns } = db.getMetadata(Product);
  const fields = columns.map((column): [string, unknown] => [
    column.propertyName,
    db.driver.prepareHydratedValue(row[column.databaseName], column),
  ]);
  return { ...db.manager.create(Product, Object.fromEntries(fields)), validUntil: row.valid_until };
}
