import { isDeepStrictEqual } from 'node:util';
import type { Goods } from '@adal/engine';
import { inTransaction, isClientId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import type { SaveProductSetInput } from '../../generated/graphql';
import { readGoods, type GoodsProblem } from './goods.rules';
import { ProductSet } from './product-set.entity';
import { fillSet, lockRules } from './set-members';

export interface ProductSetInvalid {
  __typename: 'ProductSetInvalid';
  code: 'PRODUCT_SET_INVALID';
  message: string;
  problems: GoodsProblem[];
}

export type SaveProductSetOutcome =
  | { __typename: 'ProductSetSaved'; productSet: ProductSet }
  | { __typename: 'ProductSetChanged'; code: 'PRODUCT_SET_CHANGED'; message: string; productSet: ProductSet }
  | ProductSetInvalid;

/** Saves a set and finds its members. Content that is there already is a success that changes nothing. */
export async function saveProductSet(
  ctx: PromotionsContext,
  input: SaveProductSetInput,
): Promise<SaveProductSetOutcome> {
  const content = readSet(input);
  if ('__typename' in content) return content;
  return inTransaction(ctx.db, async (tx) => {
    await lockRules(tx);
    const sets = tx.getRepository(ProductSet);
    const current = await sets.findOneBy({ id: input.id });
    const unknown = await unknownSkus(tx, content.skus ?? []);
    if (unknown.length > 0) return invalid(unknown);
    if (current !== null && (await isSame(tx, current, content))) {
      return { __typename: 'ProductSetSaved', productSet: current };
    }
    if (current !== null && current.version !== input.version) {
      const message = 'A colleague changed the set meanwhile: look at it and save again.';
      return { __typename: 'ProductSetChanged', code: 'PRODUCT_SET_CHANGED', message, productSet: current };
    }
    const { name, kind, goods } = content;
    const version = (current?.version ?? 0) + 1;
    const productSet = sets.create({ id: input.id, version, name, kind, goods, updatedAt: ctx.now });
    await sets.save(productSet);
    await fill(tx, productSet.id, content, current);
    return { __typename: 'ProductSetSaved', productSet };
  });
}

interface SetContent {
  name: string;
  kind: ProductSet['kind'];
  /** The rule as it is stored; null for a list. */
  goods: unknown;
  rule: Goods | null;
  /** The whole list; null leaves it as it is. */
  skus: string[] | null;
}

const NAME_LENGTH_MAX = 200;
const SKUS_MAX = 2_000;
/** A set of sets could contain itself; a price is the till's, and is tested beside the set. */
const FORBIDDEN = {
  SET: 'A rule cannot name product sets: write out what they contain.',
  PRICE: 'A rule cannot look at prices, which are the till’s: name the price in the promotion, beside the set.',
};

function readSet({ id, name, kind, goods, skus }: SaveProductSetInput): SetContent | ProductSetInvalid {
  const problems: GoodsProblem[] = [];
  const check = (isRight: boolean, field: string, message: string): void => {
    if (!isRight) problems.push({ field, message });
  };
  check(isClientId(id), 'id', 'The id must be 1 to 64 visible characters.');
  check(name.trim() !== '', 'name', 'The set needs a name.');
  check(name.length <= NAME_LENGTH_MAX, 'name', `At most ${NAME_LENGTH_MAX} characters.`);
  check((skus ?? []).length <= SKUS_MAX, 'skus', `At most ${SKUS_MAX} SKUs here: upload longer lists as a file.`);
  const rule = kind === 'RULE' ? readGoods(goods ?? null, 'goods', FORBIDDEN) : null;
  if (Array.isArray(rule)) problems.push(...rule);
  if (problems.length > 0) return invalid(problems);
  if (rule === null || Array.isArray(rule))
    return { name: name.trim(), kind, goods: null, rule: null, skus: skus ?? null };
  return { name: name.trim(), kind, goods: rule.printed, rule: rule.goods, skus: null };
}

/** Replays bring the same content; what a list contains counts too. */
async function isSame(
  tx: EntityManager,
  current: ProductSet,
  { name, kind, goods, skus }: SetContent,
): Promise<boolean> {
  const isAlike = current.name === name && current.kind === kind && isDeepStrictEqual(current.goods, goods);
  if (!isAlike || skus === null) return isAlike;
  const [row]: { same: boolean }[] = await tx.query(
    `select array(select sku from product_set_member where set_id = $1 order by sku)
      = array(select distinct sku from unnest($2::text[]) sku order by sku) as same`,
    [current.id, skus],
  );
  return row?.same ?? false;
}

async function fill(
  tx: EntityManager,
  id: string,
  { rule, skus }: SetContent,
  current: ProductSet | null,
): Promise<void> {
  if (rule !== null) return fillSet(tx, id, rule);
  if (skus !== null) return fillSet(tx, id, { kind: 'SKU', in: skus });
  // What a rule found is no list that somebody made.
  if (current?.kind === 'RULE') await fillSet(tx, id, { kind: 'SKU', in: [] });
}

async function unknownSkus(tx: EntityManager, skus: readonly string[]): Promise<GoodsProblem[]> {
  const unknown: { sku: string; place: number }[] = await tx.query(
    `select sku, place::int from unnest($1::text[]) with ordinality as row(sku, place)
     where not exists (select from product where product.sku = row.sku) order by place limit 20`,
    [skus],
  );
  return unknown.map(({ sku, place }) => ({ field: `skus.${place - 1}`, message: `No product has the SKU ${sku}.` }));
}

const invalid = (problems: GoodsProblem[]): ProductSetInvalid => ({
  __typename: 'ProductSetInvalid',
  code: 'PRODUCT_SET_INVALID',
  message: 'The set cannot be saved: correct what is listed.',
  problems,
});
