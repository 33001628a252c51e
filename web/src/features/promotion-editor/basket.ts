import { typedDecimal } from '@/fmt/typed-decimal';
import type { QuotePurchaseInput } from '@/graphql/generated/graphql';
import type { Product } from './use-products';

/** A sample basket as its fields hold it. */
export interface Basket {
  storeId: string;
  cardNumber: string;
  lines: BasketLine[];
}

export interface BasketLine {
  key: string;
  sku: string;
  name: string;
  quantity: string;
  price: string;
}

const priceUnknown = '1000.00';

export function lineOf({ sku, name, price }: Product, key: string): BasketLine {
  return { key, sku, name, quantity: '1', price: price ?? priceUnknown };
}

/** The basket to price, with reasons in the page's language; undefined while it has no line that can be priced. */
export function toBasketInput(basket: Basket, language: string): QuotePurchaseInput | undefined {
  const lines = basket.lines
    .map(({ sku, quantity, price }) => ({ sku, quantity: typedDecimal(quantity), price: typedDecimal(price) }))
    .filter(({ quantity, price }) => isPositive(quantity, 3) && isPositive(price, 2))
    .map((line, index) => ({ lineNo: index + 1, ...line }));
  if (lines.length === 0 || basket.storeId === '') return undefined;
  const cardNumber = basket.cardNumber.trim();
  return { storeId: basket.storeId, member: cardNumber === '' ? undefined : { cardNumber }, lines, language };
}

function isPositive(value: string, digitsMax: number): boolean {
  return new RegExp(`^\\d{1,9}(\\.\\d{1,${digitsMax}})?$`).test(value) && Number(value) > 0;
}
