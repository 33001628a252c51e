import { localTimeAt, type Basket, type BasketLine } from '@adal/engine';
import type { KnownProduct } from './product-facts.queries';

/** All that a basket's price depends on, but for what follows from it. */
export interface BasketFacts extends Omit<Basket, 'local' | 'withheld'> {
  readonly timeZone: string;
}

/** What a till says of a line, or a receipt of the past. */
export interface SoldLine {
  readonly lineNo: number;
  readonly sku: string;
  readonly quantityMilli: bigint;
  readonly priceMinor: bigint;
}

/** What a line's price depends on besides the till. */
export interface PricedProduct extends Pick<
  KnownProduct,
  'brand' | 'attributes' | 'minPriceMinor' | 'notDiscountable'
> {
  readonly categoryPath: string | null;
  readonly sets: readonly string[];
}

/**
 * The one way from facts to a basket of the engine: a till's quote takes it, and so does a replay of the past, which is why the two
 * cannot differ.
 */
export function basketOf({ timeZone, ...facts }: BasketFacts): Basket {
  return { ...facts, local: localTimeAt(facts.at, timeZone) };
}

/** A line with what is known of its product; null for a product that nobody knows. */
export function basketLineOf(
  { lineNo, sku, quantityMilli, priceMinor }: SoldLine,
  product: PricedProduct | null,
): BasketLine {
  return {
    lineNo,
    sku,
    quantityMilli,
    priceMinor,
    brand: product?.brand ?? null,
    category: product?.categoryPath ?? null,
    attributes: product?.attributes ?? {},
    sets: product?.sets ?? [],
    minPriceMinor: typeof product?.minPriceMinor === 'number' ? BigInt(product.minPriceMinor) : null,
    notDiscountable: product?.notDiscountable ?? false,
  };
}
