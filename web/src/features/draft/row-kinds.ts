import type { JsonObject } from './json';

/** A kind of row: its gaps, and what is in them at first. Its sentence is among the page's words. */
export interface RowKind<Group extends string = string, Slot = unknown> {
  group: Group;
  slots: Readonly<Record<string, Slot>>;
  blank: JsonObject;
}

/** Where names to choose from come from. */
export type NameSource =
  | 'stores'
  | 'storeCities'
  | 'banners'
  | 'storeBrands'
  | 'cities'
  | 'tenders'
  /** Segments and groups. */
  | 'segments'
  | 'groups'
  /** Segments alone: groups have conditions of their own. */
  | 'followed'
  | 'sets'
  | 'lists'
  | 'pools'
  | 'promotions'
  | 'holidays'
  | 'categories'
  | 'brands'
  | 'skus'
  | 'attributes'
  | 'memberAttributes';
