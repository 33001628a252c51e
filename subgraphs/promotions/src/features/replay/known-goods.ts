import type { Needs } from '@adal/engine';
import type { DataSource } from 'typeorm';
import { productFactsJson, type KnownProduct } from '../facts';
import type { ProductLabel } from '../receipts';

/** Goods as they were labelled when they were sold, with what only the catalogue of today knows of them. */
export interface LabelledGoods extends ProductLabel, Pick<KnownProduct, 'minPriceMinor' | 'notDiscountable'> {
  readonly costMinor: bigint | null;
}

/** Labels kept in memory at a time: those of a large catalogue. */
const KEPT_MAX = 300_000;

/** Reads labels once, in batches. */
export class KnownGoods {
  private readonly known = new Map<number, LabelledGoods>();

  constructor(
    private readonly db: DataSource,
    private readonly needs: Needs,
  ) {}

  /** The goods of these labels, and perhaps of more. */
  async of(labels: Iterable<number>): Promise<ReadonlyMap<number, LabelledGoods>> {
    if (this.known.size > KEPT_MAX) this.known.clear();
    const missing = [...new Set(labels)].filter((id) => !this.known.has(id));
    if (missing.length === 0) return this.known;
    for (const { product, ...label } of await this.read(missing)) {
      const { sets = [], minPriceMinor = null, notDiscountable = false, costMinor } = product ?? {};
      const cost = typeof costMinor === 'number' ? BigInt(costMinor) : null;
      this.known.set(label.id, { ...label, sets, minPriceMinor, notDiscountable, costMinor: cost });
    }
    return this.known;
  }

  private read(ids: readonly number[]): Promise<(ProductLabel & { product: KnownProduct | null })[]> {
    const values: unknown[] = [ids];
    const product = productFactsJson(this.needs, (value) => `$${values.push(value)}`);
    return this.db.query(
      `select l.id, l.sku, l.category_path as "categoryPath", l.brand, l.attributes,
         (select ${product} from product where product.sku = l.sku) as product
       from product_label l where l.id = any($1::integer[])`,
      values,
    );
  }
}
