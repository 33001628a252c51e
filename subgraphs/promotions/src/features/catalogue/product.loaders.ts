import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { Product } from './product.entity';

/** Products by SKU, batched per request. */
export function productLoader(db: DataSource): DataLoader<string, Product | null> {
  return new DataLoader(async (skus) => {
    const found = await db.getRepository(Product).findBy({ sku: In([...skus]) });
    const bySku = new Map(found.map((product) => [product.sku, product]));
    return skus.map((sku) => bySku.get(sku) ?? null);
  });
}
