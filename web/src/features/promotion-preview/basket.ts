import { guessKind } from '@/features/receipts/search-key';
import { typedDecimal } from '@/fmt/typed-decimal';
import type { MemberKey, QuotePurchaseInput } from '@/graphql/generated/graphql';
import { type Product } from '@/features/sentence-rows';

/** A sample receipt as its fields hold it. */
export interface Basket {
  storeId: string;
  /** A card, a phone or an e-mail; blank is an anonymous buyer. */
  memberKey: string;
  /** A member that came with a real receipt; stands until another key is typed. */
  member: { id: string; name: string } | undefined;
  /** RFC 3339; null is now. */
  at: string | null;
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
  return { storeId: basket.storeId, member: memberOf(basket), occurredAt: basket.at ?? undefined, lines, language };
}

function memberOf({ member, memberKey }: Basket): MemberKey | undefined {
  if (member !== undefined) return { id: member.id };
  const key = memberKey.trim();
  if (key === '') return undefined;
  if (key.includes('@')) return { email: key };
  return guessKind(key) === 'phone' ? { phone: key } : { cardNumber: key };
}

function isPositive(value: string, digitsMax: number): boolean {
  return new RegExp(`^\\d{1,9}(\\.\\d{1,${digitsMax}})?$`).test(value) && Number(value) > 0;
}
