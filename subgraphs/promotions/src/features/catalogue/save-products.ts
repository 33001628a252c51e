import type { Attributes, AttributeValue } from '@adal/engine';
import type { EventOrigin } from '@adal/events';
import type { EntityManager } from 'typeorm';
import type { ProductStatus } from './product.entity';
import { CHANGED, productsChanged, type ChangedProduct } from './products-changed';

/** A product as its owner states it. What is not stated stays as it is, and is blank for a new product. */
export interface ProductFacts {
  sku: string;
  name: string;
  categoryPath: string;
  brand?: string | null;
  barcode?: string | null;
  priceMinor?: bigint | null;
  costMinor?: bigint | null;
  minPriceMinor?: bigint | null;
  notDiscountable?: boolean;
  vatBasisPoints?: number | null;
  substitutesGroup?: string | null;
  season?: string | null;
  status?: ProductStatus;
  /** By key; null takes the value away, keys that are not here stay. */
  attributes?: Readonly<Record<string, Attributes[string] | AttributeValue | null>>;
  /** What is said of attributes that nobody has declared. */
  undeclared?: Readonly<Record<string, string | null>>;
}

/**
 * Adds or changes products with distinct SKUs, in one statement; tells about those that changed and counts them. All state the same
 * fields, and the same keys of attributes.
 */
export async function saveProducts(
  tx: EntityManager,
  products: readonly ProductFacts[],
  origin: EventOrigin,
): Promise<number> {
  const [first] = products;
  if (first === undefined) return 0;
  const json = JSON.stringify(products, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  const stated = COLUMNS.filter(({ field }) => first[field] !== undefined);
  // A statement that merges nothing takes no keys.
  const keys = stated.some(({ merges }) => merges) ? [Object.keys({ ...first.attributes, ...first.undeclared })] : [];
  const changed: ChangedProduct[] = await tx.query(upsert(stated), [json, origin.now, ...keys]);
  await productsChanged(tx, changed, origin);
  return changed.length;
}

interface StatedColumn {
  field: keyof ProductFacts;
  column: string;
  type: string;
  /** Keys that are not stated stay. */
  merges?: true;
}

const COLUMNS: readonly StatedColumn[] = [
  { field: 'name', column: 'name', type: 'text' },
  { field: 'categoryPath', column: 'category_path', type: 'text' },
  { field: 'brand', column: 'brand', type: 'text' },
  { field: 'barcode', column: 'barcode', type: 'text' },
  { field: 'priceMinor', column: 'price_minor', type: 'bigint' },
  { field: 'costMinor', column: 'cost_minor', type: 'bigint' },
  { field: 'minPriceMinor', column: 'min_price_minor', type: 'bigint' },
  { field: 'notDiscountable', column: 'not_discountable', type: 'boolean' },
  { field: 'vatBasisPoints', column: 'vat_basis_points', type: 'integer' },
  { field: 'substitutesGroup', column: 'substitutes_group', type: 'text' },
  { field: 'season', column: 'season', type: 'text' },
  { field: 'status', column: 'status', type: 'text' },
  { field: 'attributes', column: 'attributes', type: 'jsonb', merges: true },
  { field: 'undeclared', column: 'undeclared', type: 'jsonb', merges: true },
];

/** Rows, then words, are written in order, so that two imports of the same goods do not deadlock. */
function upsert(stated: readonly StatedColumn[]): string {
  const list = (each: (column: StatedColumn) => string): string => stated.map(each).join(', ');
  const inserted = ({ field, merges }: StatedColumn): string =>
    merges ? `jsonb_strip_nulls("${field}")` : `"${field}"`;
  const next = ({ column, merges }: StatedColumn): string =>
    merges ? `(existing.${column} - $3::text[]) || excluded.${column}` : `excluded.${column}`;
  return `
    with saved as (
      insert into product as existing (sku, updated_at, ${list(({ column }) => column)})
      select sku, $2, ${list(inserted)}
      from jsonb_to_recordset($1::jsonb) as row(sku text, ${list(({ field, type }) => `"${field}" ${type}`)}) order by sku
      on conflict (sku) do update set updated_at = excluded.updated_at, ${list((column) => `${column.column} = ${next(column)}`)}
      where (${list(({ column }) => `existing.${column}`)}) is distinct from (${list(next)})
      returning *
    ), words as (
      insert into product_word
      select word, word_grams(word) from (select distinct unnest(tsvector_to_array(words)) as word from saved) said
      where length(word) >= 4 and word !~ '[0-9]' and not exists (select from product_word known where known.word = said.word)
      order by word
      on conflict do nothing
    )
    select ${CHANGED} from saved order by sku`;
}
