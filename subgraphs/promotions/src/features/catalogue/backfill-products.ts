import { backfillPage, ProductsImported, sealEvent, type BackfillSource } from '@adal/events';
import { CHANGED, productSnapshotOf, type ChangedProduct } from './products-changed';

const PRODUCTS_MAX = 250;

/** Products as they are, by SKU: told again, of any age, to whoever asks (ADR 25). */
export const productsBackfill: BackfillSource = {
  kind: 'products',
  tables: ['product'],
  page: async (db, after, origin) => {
    const rows: (ChangedProduct & { updatedAt: Date })[] = await db.query(
      `select ${CHANGED}, updated_at as "updatedAt" from product where sku > $1 order by sku limit $2`,
      [after ?? '', PRODUCTS_MAX],
    );
    return backfillPage(
      rows.map(({ updatedAt, ...row }) => productSnapshotOf(row, updatedAt)),
      PRODUCTS_MAX,
      ({ sku }) => sku,
      (products) => [sealEvent(ProductsImported, { products: [...products] }, origin)],
    );
  },
};
