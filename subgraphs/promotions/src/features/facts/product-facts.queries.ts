import type { Attributes, Needs } from '@adal/engine';
import type { Bind } from './member-facts.queries';

export interface KnownProduct {
  sku: string;
  name: string;
  categoryPath: string;
  brand: string | null;
  costMinor: number | null;
  minPriceMinor: number | null;
  notDiscountable: boolean;
  /** Of those that promotions ask for. */
  attributes: Attributes;
  /** Of those that promotions name. */
  sets: string[];
}

/** The products of a basket as JSON. */
export const productsSql = (skus: readonly string[], needs: Needs, bind: Bind): string => `
    (select coalesce(json_agg(${productFactsJson(needs, bind)}), '[]') from product where sku = any(${bind(skus)}::text[]))`;

/** What is known of a row of product, with the attributes and sets that promotions name and no others. */
export function productFactsJson(needs: Needs, bind: Bind): string {
  const { productAttributes: keys, productSets: ids } = needs;
  const attributes = (): string => `(select coalesce(json_object_agg(key, value), '{}') from jsonb_each(attributes)
    where key = any(${bind(keys)}::text[]))`;
  const sets = (): string => `(select coalesce(json_agg(set_id), '[]') from product_set_member member
    where member.sku = product.sku and set_id = any(${bind(ids)}::text[]))`;
  return `json_build_object('sku', sku, 'name', name, 'categoryPath', category_path, 'brand', brand,
      'costMinor', cost_minor, 'minPriceMinor', min_price_minor, 'notDiscountable', not_discountable,
      'attributes', ${keys.length === 0 ? "'{}'::json" : attributes()},
      'sets', ${ids.length === 0 ? "'[]'::json" : sets()})`;
}
