import type { Attributes, PastReceipt } from '@adal/engine';
import type { Returns } from './receipt.entities';

/** A product's label as a query reads it. */
export interface ProductLabel {
  readonly id: number;
  readonly sku: string;
  readonly categoryPath: string | null;
  readonly brand: string | null;
  readonly attributes: Attributes;
  /** Of those that promotions name. */
  readonly sets: readonly string[];
}

/** A kept sale as a query reads it: figures are JSON numbers. */
export interface KeptReceipt {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly lineNos: readonly number[];
  readonly labels: readonly number[];
  readonly prices: readonly number[];
  readonly quantities: readonly number[];
  readonly amounts: readonly number[];
  readonly returns: Returns | null;
}

/** A sale as the engine looks back at it: less what was returned, lines that came back wholly left out. */
export function pastReceiptOf(receipt: KeptReceipt, labels: ReadonlyMap<number, ProductLabel>): PastReceipt {
  const returned = returnedByLine(receipt.returns);
  const lines = receipt.lineNos.flatMap((lineNo, index) => {
    const label = labels.get(receipt.labels[index] ?? 0);
    const back = returned.get(lineNo) ?? NOTHING;
    const quantityMilli = BigInt((receipt.quantities[index] ?? 0) - back.quantityMilli);
    if (label === undefined || quantityMilli <= 0n) return [];
    const { sku, brand, categoryPath: category, attributes, sets } = label;
    const priceMinor = BigInt(receipt.prices[index] ?? 0);
    const amountMinor = BigInt((receipt.amounts[index] ?? 0) - back.amountMinor);
    return [{ sku, brand, category, attributes, sets, priceMinor, quantityMilli, amountMinor }];
  });
  return { at: receipt.at, lines };
}

const NOTHING = { quantityMilli: 0, amountMinor: 0 };

function returnedByLine(returns: Returns | null): Map<number, typeof NOTHING> {
  const returned = new Map<number, typeof NOTHING>();
  for (const [lineNo, quantityMilli, amountMinor] of Object.values(returns ?? {}).flat()) {
    const before = returned.get(lineNo) ?? NOTHING;
    returned.set(lineNo, {
      quantityMilli: before.quantityMilli + quantityMilli,
      amountMinor: before.amountMinor + amountMinor,
    });
  }
  return returned;
}
