import {
  categoryPath,
  compileGoods,
  parseGoods,
  type Attributes,
  type Goods,
  type GoodsTest,
  type ProductFacts,
} from '@adal/engine';
import { invariant } from '@adal/service';
import type { EntityManager } from 'typeorm';

/** What a rule looks at. The price is none of it: it is the till's, and may differ from store to store. */
export interface SetCandidate {
  sku: string;
  brand: string | null;
  category: string;
  attributes: Attributes;
}

/** Finds anew which sets products belong to by rule. Membership is right whenever the transaction commits. */
export async function refreshSets(tx: EntityManager, products: readonly SetCandidate[]): Promise<void> {
  if (products.length === 0) return;
  // Many imports at once, but none while a rule changes: neither would see the other's half.
  await tx.query('select pg_advisory_xact_lock_shared($1)', [RULES_LOCK]);
  const rules: { id: string; goods: unknown }[] = await tx.query(
    `select id, goods from product_set where kind = 'RULE' order by id`,
  );
  if (rules.length === 0) return;
  const tests = rules.map(({ id, goods }) => ({ id, contains: compileGoods(goodsOf(goods)) }));
  const members = tests.flatMap(({ id, contains }) =>
    products.filter((product) => contains(factsOf(product))).map(({ sku }) => ({ set: id, sku })),
  );
  const ids = rules.map(({ id }) => id);
  const skus = products.map(({ sku }) => sku);
  await tx.query(REPLACE, [ids, skus, members.map(({ set }) => set), members.map(({ sku }) => sku)]);
}

const REPLACE = `
  with member as (
    select set_id, sku from unnest($3::text[], $4::text[]) as row(set_id, sku)
  ), gone as (
    delete from product_set_member old where set_id = any($1) and sku = any($2)
      and not exists (select from member where member.set_id = old.set_id and member.sku = old.sku)
  )
  insert into product_set_member select set_id, sku from member order by set_id, sku on conflict do nothing`;

/** Fills a set by its rule, from the whole catalogue. */
export async function fillSet(tx: EntityManager, id: string, goods: Goods): Promise<void> {
  await tx.query('delete from product_set_member where set_id = $1', [id]);
  for await (const skus of skusOf(tx, goods)) {
    await tx.query('insert into product_set_member select $1, sku from unnest($2::text[]) sku', [id, skus]);
  }
}

/** Waits for imports under way and keeps new ones out until the transaction ends. */
export async function lockRules(tx: EntityManager): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [RULES_LOCK]);
}

const RULES_LOCK = 1_795_000_030;
const PAGE = 20_000;

/** SKUs of the products that goods contain, page by page in order. The engine decides; SQL only leaves out what cannot be. */
export async function* skusOf(tx: Pick<EntityManager, 'query'>, goods: Goods): AsyncGenerator<string[]> {
  const contains: GoodsTest = compileGoods(goods);
  const parameters: unknown[] = [];
  const narrow = narrowing(goods, parameters) ?? 'true';
  const sql = `select sku, brand, category_path as category, attributes from product
    where sku > $${parameters.length + 1} and ${narrow} order by sku limit ${PAGE}`;
  for (let after = ''; ;) {
    const page: SetCandidate[] = await tx.query(sql, [...parameters, after]);
    yield page.filter((product) => contains(factsOf(product))).map(({ sku }) => sku);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.sku;
  }
}

/** A condition that every product of the goods meets; null when SQL has nothing to say. */
function narrowing(goods: Goods, parameters: unknown[]): string | null {
  const place = (value: unknown): string => `$${parameters.push(value)}`;
  switch (goods.kind) {
    case 'SKU':
      return `sku = any(${place(goods.in)}::text[])`;
    case 'BRAND':
      return `brand = any(${place(goods.in)}::text[])`;
    case 'CATEGORY':
      return `category_path like any(${place(goods.in.map(beginning))}::text[])`;
    case 'ATTRIBUTE':
      if (goods.op !== 'EQ' && goods.op !== 'IN') return null;
      // A list contains each of its values, so it is asked for both as one value and as a list of one.
      return `attributes @> any(${place(goods.values.flatMap((value) => [value, [value]]).map((value) => JSON.stringify({ [goods.key]: value })))}::jsonb[])`;
    case 'ALL': {
      const parts = goods.of.map((part) => narrowing(part, parameters)).filter((part) => part !== null);
      return parts.length === 0 ? null : `(${parts.join(' and ')})`;
    }
    case 'ANY': {
      const known = parameters.length;
      const parts = goods.of.map((part) => narrowing(part, parameters));
      if (parts.every((part) => part !== null)) return `(${parts.join(' or ')})`;
      parameters.length = known;
      return null;
    }
    default:
      return null;
  }
}

/** As a pattern: it also finds “Shoes for dogs” for Shoes, which the engine then drops. */
const beginning = (path: string): string => `${categoryPath(path).replace(/[\\%_]/g, '\\$&')}%`;

/** Stored rules were read before they were stored. */
function goodsOf(json: unknown): Goods {
  const parsed = parseGoods(json);
  invariant(parsed.__typename === 'Goods', 'A stored rule can be read');
  return parsed.goods;
}

const factsOf = (product: SetCandidate): ProductFacts => ({ ...product, priceMinor: 0n, sets: [] });
