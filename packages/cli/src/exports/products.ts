import type { ExportKind } from './export-kind';
import { readPages } from './read-pages';

interface ProductNode {
  readonly sku: string;
  readonly name: string;
  readonly categoryPath: string;
  readonly brand: string | null;
  readonly barcode: string | null;
  readonly cost: string | null;
  readonly price: string | null;
  readonly minPrice: string | null;
  readonly notDiscountable: boolean;
  readonly vatRate: string | null;
  readonly substitutesGroup: string | null;
  readonly season: string | null;
  readonly status: string;
  readonly attributes: readonly { readonly attribute: { readonly key: string }; readonly text: string }[];
  readonly undeclared: readonly { readonly key: string; readonly text: string }[];
}

const COLUMNS = [
  ...['sku', 'name', 'category_path', 'brand', 'barcode', 'cost', 'price', 'min_price', 'not_discountable'],
  ...['vat_rate', 'substitutes_group', 'season', 'status'],
];
const NODE = `sku name categoryPath brand barcode cost price minPrice notDiscountable vatRate substitutesGroup season status
  attributes { attribute { key } text } undeclared { key text }`;

/** The catalogue by SKU, with declared attributes and with what files said of others. */
export const products: ExportKind = {
  needs: ['catalogue.read', 'catalogue.cost.read'],
  columns: async (client) => {
    const known = await client.ask<Record<'declared' | 'undeclared', { key: string }[]>>(
      '{ declared: productAttributes { key } undeclared: undeclaredAttributes { key } }',
    );
    const keys = new Set([...known.declared, ...known.undeclared].map(({ key }) => key));
    return [...COLUMNS, ...[...keys].sort().map(attributeColumn)];
  },
  async *pages(client) {
    const list = { field: 'products(first: $first, after: $after)', node: NODE };
    for await (const { nodes, share } of readPages<ProductNode>(client, list)) yield { rows: nodes.map(rowOf), share };
  },
};

const attributeColumn = (key: string): string => `attr:${key}`;

const rowOf = (product: ProductNode): Record<string, string | null> => ({
  sku: product.sku,
  name: product.name,
  category_path: product.categoryPath,
  brand: product.brand,
  barcode: product.barcode,
  cost: product.cost,
  price: product.price,
  min_price: product.minPrice,
  not_discountable: String(product.notDiscountable),
  vat_rate: product.vatRate,
  substitutes_group: product.substitutesGroup,
  season: product.season,
  status: product.status.toLowerCase(),
  ...Object.fromEntries(product.undeclared.map(({ key, text }) => [attributeColumn(key), text])),
  ...Object.fromEntries(product.attributes.map(({ attribute, text }) => [attributeColumn(attribute.key), text])),
});
