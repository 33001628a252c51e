import { MINOR_MAX } from '@adal/money';
import { inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import type { SaveProductInput } from '../../generated/graphql';
import { readAttribute, type StoredValue } from './attribute-value.rules';
import { Product } from './product.entity';
import { listAttributes } from './product-attribute.queries';
import { saveProducts, type ProductFacts } from './save-products';

interface ProductInvalid {
  __typename: 'ProductInvalid';
  code: 'PRODUCT_INVALID';
  message: string;
  field: string;
}

export type SaveProductOutcome =
  | { __typename: 'ProductSaved'; product: Product }
  | { __typename: 'ProductUnknown'; code: 'PRODUCT_UNKNOWN'; message: string }
  | ProductInvalid
  | { __typename: 'ProductChanged'; code: 'PRODUCT_CHANGED'; message: string; product: Product };

/** Changes what is stated of a product that the catalogue has. What is so already is a success that changes nothing. */
export function saveProduct(ctx: PromotionsContext, input: SaveProductInput): Promise<SaveProductOutcome> {
  return inTransaction(ctx.db, async (tx) => {
    const where = { sku: input.sku };
    const current = await tx.getRepository(Product).findOne({ where, lock: { mode: 'pessimistic_write' } });
    if (current === null) {
      const message = 'No product has this SKU: it comes with an import of products.';
      return { __typename: 'ProductUnknown', code: 'PRODUCT_UNKNOWN', message };
    }
    const stated = await readStated(tx, input);
    if ('__typename' in stated) return stated;
    if (isSame(current, stated)) return { __typename: 'ProductSaved', product: current };
    if (current.revision !== input.revision) {
      const message = 'The product was changed meanwhile: look at it and save again.';
      return { __typename: 'ProductChanged', code: 'PRODUCT_CHANGED', message, product: current };
    }
    const { sku, name, categoryPath } = current;
    await saveProducts(tx, [{ ...stated, sku, name, categoryPath }], ctx);
    return { __typename: 'ProductSaved', product: await tx.getRepository(Product).findOneByOrFail(where) };
  });
}

type Stated = Omit<ProductFacts, 'sku' | 'name' | 'categoryPath'> & { attributes: Record<string, StoredValue | null> };

const TEXT_LENGTH_MAX = 500;

async function readStated(tx: EntityManager, input: SaveProductInput): Promise<Stated | ProductInvalid> {
  const minPriceMinor = input.minPrice ?? null;
  if (minPriceMinor !== null && (minPriceMinor < 0n || minPriceMinor > MINOR_MAX)) {
    return invalid('minPrice', 'The minimum price must not be negative.');
  }
  const texts = { season: input.season?.trim() || null, substitutesGroup: input.substitutesGroup?.trim() || null };
  for (const [field, text] of Object.entries(texts)) {
    if (text !== null && text.length > TEXT_LENGTH_MAX) return invalid(field, `At most ${TEXT_LENGTH_MAX} characters.`);
  }
  const declared = new Map((await listAttributes(tx)).map((attribute) => [attribute.key, attribute]));
  const attributes: Record<string, StoredValue | null> = {};
  for (const { key, value } of input.attributes ?? []) {
    const declaration = declared.get(key);
    if (declaration === undefined) return invalid(`attributes.${key}`, 'Nobody has declared this attribute.');
    const read = value?.trim() ? readAttribute(declaration, value) : { value: null };
    if ('reason' in read) return invalid(`attributes.${key}`, read.reason);
    attributes[key] = read.value;
  }
  const undeclared = Object.fromEntries(Object.keys(attributes).map((key) => [key, null]));
  const { status, notDiscountable } = input;
  return { ...texts, status, notDiscountable, minPriceMinor, attributes, undeclared };
}

const invalid = (field: string, message: string): ProductInvalid => ({
  __typename: 'ProductInvalid',
  code: 'PRODUCT_INVALID',
  message,
  field,
});

function isSame(current: Product, { attributes, undeclared: _, ...stated }: Stated): boolean {
  const values = Object.entries(attributes);
  return (
    Object.entries(stated).every(([field, value]) => current[field as keyof Product] === value) &&
    values.every(([key, value]) => JSON.stringify(current.attributes[key] ?? null) === JSON.stringify(value))
  );
}
