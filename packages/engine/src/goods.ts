import type { Minor } from '@adal/money';

/** Goods by what is known of them: a tree of tests that a line passes or not. */
export type Goods =
  | { kind: 'EVERYTHING' }
  | { kind: 'SKU'; in: readonly string[] }
  /** Product sets, by id. */
  | { kind: 'SET'; in: readonly string[] }
  /** Paths, `A > B`; each means itself and everything below it. */
  | { kind: 'CATEGORY'; in: readonly string[] }
  | { kind: 'BRAND'; in: readonly string[] }
  | ({ kind: 'ATTRIBUTE' } & AttributeTest)
  /** Shelf price of one unit, both ends inside. */
  | { kind: 'PRICE'; from: Minor | null; to: Minor | null }
  | { kind: 'ALL' | 'ANY'; of: readonly Goods[] }
  | { kind: 'NOT'; of: Goods };

/** What is known of a product or a member beyond the usual; a list has every one of its values. */
export type Attributes = Readonly<Record<string, AttributeValue | readonly string[]>>;
export type AttributeValue = string | number | boolean;

/** EQ, GTE and LTE take one value, BETWEEN two, IN any number. Numbers compare as numbers, texts (and ISO dates) as texts. */
export interface AttributeTest {
  key: string;
  op: 'EQ' | 'IN' | 'GTE' | 'LTE' | 'BETWEEN';
  values: readonly AttributeValue[];
}

/** What goods are known by, in a basket and in the receipts of the past. */
export interface ProductFacts {
  sku: string;
  /** Shelf price of one unit. */
  priceMinor: Minor;
  brand: string | null;
  /** Path in the catalogue, `A > B > C`. */
  category: string | null;
  attributes: Attributes;
  /** Product sets it belongs to, by id. */
  sets: readonly string[];
}
