import type { DataSource, EntityManager } from 'typeorm';
import { ProductAttribute } from './product-attribute.entity';

/** Declared attributes by key; there are tens of them. */
export function listAttributes(db: DataSource | EntityManager): Promise<ProductAttribute[]> {
  return db.getRepository(ProductAttribute).find({ order: { key: 'ASC' } });
}

/** The same, asked for at most once. */
export function attributesOnce(db: DataSource): () => Promise<ProductAttribute[]> {
  let asked: Promise<ProductAttribute[]> | null = null;
  return () => (asked ??= listAttributes(db));
}
