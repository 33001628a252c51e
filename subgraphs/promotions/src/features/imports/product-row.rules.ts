import { categoryPath } from '@adal/engine';
import { MINOR_MAX, parseMinor } from '@adal/money';
import { isKeepable, type ImportRejection, type ImportRow } from '@adal/service';
import { booleanOf, readAttribute, type Declaration, type ProductFacts, type StoredValue } from '../catalogue';

export const REQUIRED_COLUMNS = ['sku', 'name', 'category_path'];
const ATTRIBUTE_PREFIX = 'attr:';

/** Optional columns: a file that lacks one leaves what it would say as it is. */
const OPTIONAL_COLUMNS = [
  ...['brand', 'barcode', 'cost', 'price', 'min_price', 'not_discountable', 'vat_rate', 'substitutes_group', 'season'],
  'status',
];

export const isProductColumn = (column: string): boolean =>
  REQUIRED_COLUMNS.includes(column) ||
  OPTIONAL_COLUMNS.includes(column) ||
  (column.startsWith(ATTRIBUTE_PREFIX) && column.length > ATTRIBUTE_PREFIX.length);

/** What a file's columns are, and how attributes are read: the same for all of its rows. */
export interface ProductColumns {
  names: readonly string[];
  declared: ReadonlyMap<string, Declaration>;
}

const TEXT_LENGTH_MAX = 500;
const SKU_LENGTH_MAX = 64;

/** Reads one product of a file, or says what is wrong with it. A blank category is allowed: not every chain has them. */
export function readProductRow(row: ImportRow, columns: ProductColumns): ProductFacts | ImportRejection {
  const cells = new Cells(row, columns);
  const facts: ProductFacts = {
    sku: cells.sku(),
    name: cells.needed('name', 'A product needs a name.'),
    categoryPath: categoryPath(row.field('category_path') ?? ''),
    ...cells.stated('brand', (brand) => ({ brand: cells.text(brand) })),
    ...cells.stated('barcode', (barcode) => ({ barcode: cells.text(barcode) })),
    ...cells.stated('price', (price) => ({ priceMinor: cells.amount(price) })),
    ...cells.stated('cost', (cost) => ({ costMinor: cells.amount(cost) })),
    ...cells.stated('min_price', (price) => ({ minPriceMinor: cells.amount(price) })),
    ...cells.stated('not_discountable', (flag) => ({ notDiscountable: cells.flag(flag) })),
    ...cells.stated('vat_rate', (rate) => ({ vatBasisPoints: cells.vat(rate) })),
    ...cells.stated('substitutes_group', (group) => ({ substitutesGroup: cells.text(group) })),
    ...cells.stated('season', (season) => ({ season: cells.text(season) })),
    ...cells.stated('status', (status) => ({ status: cells.status(status) })),
    ...cells.attributes(),
  };
  return cells.rejection ?? facts;
}

const AMOUNT_FAULT = 'An amount of zero or more with at most two decimals, such as 1250.00.';
const VAT_BASIS_POINTS_MAX = 10_000n;

/** The cells of a row; remembers the first that is wrong. */
class Cells {
  rejection: ImportRejection | null = null;

  constructor(
    private readonly row: ImportRow,
    private readonly columns: ProductColumns,
  ) {
    for (const column of columns.names) this.checkText(column);
  }

  /** What a column says, when the file has it. */
  stated<Facts>(column: string, read: (column: string) => Facts): Facts | undefined {
    return this.columns.names.includes(column) ? read(column) : undefined;
  }

  text(column: string): string | null {
    return this.row.field(column);
  }

  sku(): string {
    const sku = this.needed('sku', 'A product needs its SKU.');
    if (sku.length > SKU_LENGTH_MAX) this.reject('sku', 'SKU_TOO_LONG', `At most ${SKU_LENGTH_MAX} characters.`);
    return sku;
  }

  needed(column: string, reason: string): string {
    const text = this.text(column);
    if (text === null) this.reject(column, `${column.toUpperCase()}_MISSING`, reason);
    return text ?? '';
  }

  amount(column: string): bigint | null {
    const text = this.text(column);
    const amount = text === null ? null : parseMinor(text);
    if (text === null || (amount !== null && amount >= 0n && amount <= MINOR_MAX)) return amount;
    return this.reject(column, `${column.toUpperCase()}_INVALID`, AMOUNT_FAULT);
  }

  vat(column: string): number | null {
    const text = this.text(column)?.replace(/\s*%$/, '') ?? null;
    const rate = text === null ? null : parseMinor(text);
    if (text === null || (rate !== null && rate >= 0n && rate <= VAT_BASIS_POINTS_MAX))
      return rate === null ? null : Number(rate);
    return this.reject(column, 'VAT_INVALID', 'A percentage from 0 to 100, such as 12.');
  }

  /** Blank is no. */
  flag(column: string): boolean {
    const text = this.text(column);
    const flag = text === null ? false : booleanOf(text);
    if (flag === null) this.reject(column, `${column.toUpperCase()}_INVALID`, 'true or false.');
    return flag ?? false;
  }

  /** Blank is ACTIVE. */
  status(column: string): 'ACTIVE' | 'DISCONTINUED' {
    const text = (this.text(column) ?? 'ACTIVE').toUpperCase();
    if (text === 'ACTIVE' || text === 'DISCONTINUED') return text;
    this.reject(column, 'STATUS_INVALID', 'active or discontinued.');
    return 'ACTIVE';
  }

  /** Declared attributes are read by their declaration; what nobody has declared is kept as text, and offered. */
  attributes(): Pick<ProductFacts, 'attributes' | 'undeclared'> {
    const attributes: Record<string, StoredValue | null> = {};
    const undeclared: Record<string, string | null> = {};
    for (const column of this.columns.names) {
      if (!column.startsWith(ATTRIBUTE_PREFIX)) continue;
      const key = column.slice(ATTRIBUTE_PREFIX.length);
      const text = this.text(column);
      const declaration = this.columns.declared.get(key);
      undeclared[key] = declaration === undefined ? text : null;
      if (declaration === undefined) continue;
      const read = text === null ? { value: null } : readAttribute(declaration, text);
      if ('reason' in read) this.reject(column, read.code, read.reason);
      else attributes[key] = read.value;
    }
    return { attributes, undeclared };
  }

  private checkText(column: string): void {
    const text = this.text(column);
    if (text !== null && text.length > TEXT_LENGTH_MAX) {
      this.reject(column, 'VALUE_TOO_LONG', `At most ${TEXT_LENGTH_MAX} characters.`);
    }
    if (text !== null && !isKeepable(text)) {
      this.reject(column, 'VALUE_UNREADABLE', 'The text holds a zero byte or half of a surrogate pair.');
    }
  }

  private reject(column: string, code: string, reason: string): null {
    this.rejection ??= { line: this.row.line, column, code, reason };
    return null;
  }
}

export interface DistinctProducts {
  /** One product for each SKU: the last row wins. */
  products: ProductFacts[];
  rejected: ImportRejection[];
}

/** A product of a file, and where it stands. */
export interface ReadProduct {
  readonly line: number;
  readonly product: ProductFacts;
}

/** Settles SKUs that a chunk has more than once; a row that says the same as the last one is no fault. */
export function distinctProducts(rows: readonly ReadProduct[]): DistinctProducts {
  const last = new Map<string, ReadProduct>();
  for (const row of rows) last.set(row.product.sku, row);
  const rejected: ImportRejection[] = [];
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
