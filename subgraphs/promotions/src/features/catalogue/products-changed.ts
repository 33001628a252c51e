import { ProductsImported, recordEvent, type EventOrigin, type ProductSnapshot } from '@adal/events';
import type { EntityManager } from 'typeorm';
import { refreshSets } from '../product-sets';
import type { ProductStatus } from './product.entity';

/** A changed product as a statement returns it: the driver gives 64-bit integers as text. */
export interface ChangedProduct {
  sku: string;
  revision: number;
  name: string;
  categoryPath: string;
  brand: string | null;
  priceMinor: string | null;
  costMinor: string | null;
  attributes: NonNullable<ProductSnapshot['attributes']>;
  season: string | null;
  status: ProductStatus;
}

/** What statements that change products return. */
export const CHANGED = `sku, revision, name, category_path as "categoryPath", brand, price_minor as "priceMinor",
  cost_minor as "costMinor", attributes, season, status`;

/** Products of one event, so that it stays far below 512 KB. */
const EVENT_PRODUCTS_MAX = 250;
const EVENT_CHARACTERS_MAX = 200_000;

/** What follows from a change of products, in its transaction: their product sets are found anew, and the others are told. */
export async function productsChanged(
  tx: EntityManager,
  changed: readonly ChangedProduct[],
  origin: EventOrigin,
): Promise<void> {
  await refreshSets(
    tx,
    changed.map(({ sku, brand, categoryPath, attributes }) => ({ sku, brand, category: categoryPath, attributes })),
  );
  let chunk: ProductSnapshot[] = [];
  let characters = 0;
  const tell = async (): Promise<void> => {
    if (chunk.length > 0) await recordEvent(tx, ProductsImported, { products: chunk }, origin);
    [chunk, characters] = [[], 0];
  };
  for (const row of changed) {
    const product = productSnapshotOf(row, origin.now);
    characters += JSON.stringify(product).length;
    if (chunk.length === EVENT_PRODUCTS_MAX || characters > EVENT_CHARACTERS_MAX) await tell();
    chunk.push(product);
  }
  await tell();
}

/** A product as events tell it, with these values since then. */
export const productSnapshotOf = (row: ChangedProduct, validFrom: Date): ProductSnapshot => ({
  ...row,
  priceMinor: row.priceMinor === null ? null : Number(row.priceMinor),
  costMinor: row.costMinor === null ? null : Number(row.costMinor),
  validFrom: validFrom.toISOString(),
});
