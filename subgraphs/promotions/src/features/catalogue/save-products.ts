import { ProductsImported, recordEvent, type EventOrigin, type ProductSnapshot } from '@adal/events';
import type { EntityManager } from 'typeorm';

/** A product as its owner states it. */
export interface ProductFacts {
  sku: string;
  name: string;
  categoryPath: string;
  brand: string | null;
  priceMinor: bigint | null;
  costMinor: bigint | null;
  vatBasisPoints: number | null;
  substitutesGroup: string | null;
  attributes: Record<string, string>;
}

/** Products of one event, so that it stays far below 512 KB. */
const EVENT_PRODUCTS_MAX = 250;

/** Adds or changes products with distinct SKUs, in one statement; tells about those that changed and counts them. */
export async function saveProducts(
  tx: EntityManager,
  products: readonly ProductFacts[],
  origin: EventOrigin,
): Promise<number> {
  const rows = products.map((product) => ({
    ...product,
    priceMinor: product.priceMinor?.toString() ?? null,
    costMinor: product.costMinor?.toString() ?? null,
  }));
  const changed: ProductRow[] = await tx.query(UPSERT, [JSON.stringify(rows), origin.now]);
  for (let start = 0; start < changed.length; start += EVENT_PRODUCTS_MAX) {
    const chunk = changed.slice(start, start + EVENT_PRODUCTS_MAX).map(snapshotOf);
    await recordEvent(tx, ProductsImported, { products: chunk }, origin);
  }
  return changed.length;
}

/** Rows are written in SKU order, so that two imports of the same goods do not deadlock. */
const UPSERT = `
  insert into product as existing (sku, name, category_path, brand, price_minor, cost_minor, vat_basis_points,
    substitutes_group, attributes, updated_at)
  select sku, name, "categoryPath", brand, "priceMinor", "costMinor", "vatBasisPoints", "substitutesGroup", attributes, $2
  from jsonb_to_recordset($1::jsonb) as row(sku text, name text, "categoryPath" text, brand text, "priceMinor" bigint,
    "costMinor" bigint, "vatBasisPoints" integer, "substitutesGroup" text, attributes jsonb)
  order by sku
  on conflict (sku) do update set
    revision = existing.revision + 1, name = excluded.name, category_path = excluded.category_path,
    brand = excluded.brand, price_minor = excluded.price_minor, cost_minor = excluded.cost_minor,
    vat_basis_points = excluded.vat_basis_points, substitutes_group = excluded.substitutes_group,
    attributes = excluded.attributes, updated_at = excluded.updated_at
  where (existing.name, existing.category_path, existing.brand, existing.price_minor, existing.cost_minor,
    existing.vat_basis_points, existing.substitutes_group, existing.attributes)
    is distinct from (excluded.name, excluded.category_path, excluded.brand, excluded.price_minor, excluded.cost_minor,
    excluded.vat_basis_points, excluded.substitutes_group, excluded.attributes)
  returning sku, revision, name, category_path as "categoryPath", brand, price_minor as "priceMinor",
    cost_minor as "costMinor"`;

type ProductRow = Omit<ProductSnapshot, 'priceMinor' | 'costMinor'> & {
  /** The driver gives 64-bit integers as text. */
  priceMinor: string | null;
  costMinor: string | null;
};

const snapshotOf = (row: ProductRow): ProductSnapshot => ({
  ...row,
  priceMinor: row.priceMinor === null ? null : Number(row.priceMinor),
  costMinor: row.costMinor === null ? null : Number(row.costMinor),
});
