import { categoryPath } from '@adal/engine';
import { MINOR_MAX, parseMinor } from '@adal/money';
import { isKeepable } from '@adal/service';
import type { ProductFacts } from '../catalogue';
import type { ChunkRow } from './chunk.rules';

/** Why a row did not land. */
export interface Rejection {
  line: number;
  column: string | null;
  reason: string;
  code: string;
}

export const REQUIRED_COLUMNS = ['sku', 'name', 'category_path'];
const OPTIONAL_COLUMNS = ['brand', 'cost', 'price', 'vat_rate', 'substitutes_group'];
const ATTRIBUTE_PREFIX = 'attr:';

export const isProductColumn = (column: string): boolean =>
  REQUIRED_COLUMNS.includes(column) ||
  OPTIONAL_COLUMNS.includes(column) ||
  (column.startsWith(ATTRIBUTE_PREFIX) && column.length > ATTRIBUTE_PREFIX.length);

const TEXT_LENGTH_MAX = 500;
const SKU_LENGTH_MAX = 64;

/** Reads one product of a file, or says what is wrong with it. A blank category is allowed: not every chain has them. */
export function readProductRow({ line, fields }: ChunkRow): ProductFacts | Rejection {
  const reject = (column: string, code: string, reason: string): Rejection => ({ line, column, code, reason });
  for (const [column, value] of fields) {
    if (value !== null && value.length > TEXT_LENGTH_MAX) {
      return reject(column, 'VALUE_TOO_LONG', `At most ${TEXT_LENGTH_MAX} characters.`);
    }
    if (value !== null && !isKeepable(value))
      return reject(column, 'VALUE_UNREADABLE', 'The text holds a zero byte or half of a surrogate pair.');
  }
  const text = (column: string): string | null => fields.get(column) ?? null;
  const sku = text('sku');
  if (sku === null) return reject('sku', 'SKU_MISSING', 'A product needs its SKU.');
  if (sku.length > SKU_LENGTH_MAX) return reject('sku', 'SKU_TOO_LONG', `At most ${SKU_LENGTH_MAX} characters.`);
  const name = text('name');
  if (name === null) return reject('name', 'NAME_MISSING', 'A product needs a name.');
  const amounts = { price: amountOf(text('price')), cost: amountOf(text('cost')) };
  if (amounts.price === undefined) return reject('price', 'PRICE_INVALID', AMOUNT_FAULT);
  if (amounts.cost === undefined) return reject('cost', 'COST_INVALID', AMOUNT_FAULT);
  const vatBasisPoints = vatOf(text('vat_rate'));
  if (vatBasisPoints === undefined) return reject('vat_rate', 'VAT_INVALID', 'A percentage from 0 to 100, such as 12.');
  return {
    sku,
    name,
    categoryPath: categoryPath(text('category_path') ?? ''),
    brand: text('brand'),
    priceMinor: amounts.price,
    costMinor: amounts.cost,
    vatBasisPoints,
    substitutesGroup: text('substitutes_group'),
    attributes: attributesOf(fields),
  };
}

const AMOUNT_FAULT = 'An amount of zero or more with at most two decimals, such as 1250.00.';

/** Undefined when the text is no amount. */
function amountOf(text: string | null): bigint | null | undefined {
  if (text === null) return null;
  const amount = parseMinor(text);
  return amount === null || amount < 0n || amount > MINOR_MAX ? undefined : amount;
}

const VAT_BASIS_POINTS_MAX = 10_000n;

/** Undefined when the text is no percentage. */
function vatOf(text: string | null): number | null | undefined {
  const rate = amountOf(text?.replace(/\s*%$/, '') ?? null);
  if (rate === null || rate === undefined) return rate;
  return rate <= VAT_BASIS_POINTS_MAX ? Number(rate) : undefined;
}

function attributesOf(fields: ChunkRow['fields']): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [column, value] of fields) {
    if (column.startsWith(ATTRIBUTE_PREFIX) && value !== null)
      attributes[column.slice(ATTRIBUTE_PREFIX.length)] = value;
  }
  return attributes;
}

export interface DistinctProducts {
  /** One product for each SKU: the last row wins. */
  products: ProductFacts[];
  rejected: Rejection[];
}

/** Settles SKUs that a chunk has more than once; a row that says the same as the last one is no fault. */
export function distinctProducts(rows: readonly { line: number; product: ProductFacts }[]): DistinctProducts {
  const last = new Map<string, { line: number; product: ProductFacts }>();
  for (const row of rows) last.set(row.product.sku, row);
  const rejected: Rejection[] = [];
  for (const { line, product } of rows) {
    const winner = last.get(product.sku);
    if (winner === undefined || contentOf(winner.product) === contentOf(product)) continue;
    const reason = `Line ${winner.line} says otherwise, later.`;
    rejected.push({ line, column: 'sku', code: 'SKU_REPEATED', reason });
  }
  return { products: [...last.values()].map(({ product }) => product), rejected };
}

const contentOf = (product: ProductFacts): string =>
  JSON.stringify(product, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
