import type { Basket } from '../basket';
import type { Texts } from '../effect';

/** What a mechanic is for. */
export type Family = 'ATTRACT' | 'BRING_BACK' | 'PROMOTE' | 'RAISE_RECEIPT';

/** How a parameter is asked for and written: amounts as decimal strings, lists as lists of names. */
export type ParameterKind =
  | 'PERCENT'
  | 'MONEY'
  | 'POINTS'
  | 'FACTOR'
  | 'UNITS'
  | 'DAYS'
  | 'SKUS'
  | 'CATEGORIES'
  | 'BRANDS'
  | 'CITIES'
  | 'STORES'
  | 'POOL'
  | 'SET'
  | 'TIME'
  | 'AGE'
  | 'TENDER'
  | 'SEGMENT'
  | 'LIST';

export type ParameterValue = string | number | readonly string[];

export interface Parameter {
  kind: ParameterKind;
  name: Texts;
  default: ParameterValue;
}

/** A mechanic ready to launch: fill in the parameters, and it is a definition. */
export interface Template {
  key: string;
  family: Family;
  name: Texts;
  description: Texts;
  parameters: Readonly<Record<string, Parameter>>;
  /** As JSON of the language, from the defaults and what was given instead. Faults come from `parseDefinition`. */
  build(given?: Readonly<Record<string, ParameterValue>>): unknown;
  /** A basket and what becomes of it with the defaults and without a control group. */
  golden: Golden;
}

export interface Golden {
  basket: Basket;
  expected: GoldenReceipt;
}

/** Amounts as they are printed. */
export interface GoldenReceipt {
  lines: readonly { sku: string; total: string; discount: string; points: string }[];
  payable: string;
  notices: readonly string[];
}
