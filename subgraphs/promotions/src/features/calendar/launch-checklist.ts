import { compileGoods, goodsGivenBy, localTimeAt, type Basket, type Definition, type ProductFacts } from '@adal/engine';
import type { PromotionsContext } from '../../context';
import type { SavePromotionInput } from '../../generated/graphql';
import { languageOf, toEnginePromotion } from '../definitions';
import { getProgramme, toEngineProgramme } from '../programme';
import { findLivePromotions, readPromotion, type PromotionInvalid } from '../promotions';
import {
  checkAmounts,
  checkContent,
  checkPrices,
  item,
  type ChecklistItem,
  type SampleProduct,
} from './launch-checklist.rules';
import { overlapOf } from './overlap.rules';

export type LaunchChecklistOutcome = { __typename: 'LaunchChecklist'; items: ChecklistItem[] } | PromotionInvalid;

/** Products looked at, spread over the catalogue. */
const SAMPLE_MAX = 2_000;
const OVERLAPS_MAX = 50;

/** What a marketer should look at before launch. Contradictions and impossible values are refusals, as on saving. */
export async function launchChecklist(
  ctx: PromotionsContext,
  { promotion, language: asked }: { promotion: SavePromotionInput; language?: string | null | undefined },
): Promise<LaunchChecklistOutcome> {
  const content = readPromotion(promotion);
  if ('__typename' in content) return content;
  const language = languageOf(asked);
  const { definition, limits, name } = content;
  const id = promotion.id.toLowerCase();
  const [programme, live, products] = await Promise.all([
    getProgramme(ctx.db),
    findLivePromotions(ctx.db),
    sampleProducts(ctx, definition),
  ]);
  const draft = { ...definition, id, version: 0, name };
  const rivals = live.flatMap((row) => toEnginePromotion(row) ?? []).filter((other) => other.id !== id);
  const overlaps = rivals.filter((other) => overlapOf(draft, other) !== null).slice(0, OVERLAPS_MAX);
  const quoteLine = (product: SampleProduct): Basket => basketOf(product, products.facts, ctx.now);
  const [engineProgramme, sample] = [toEngineProgramme(programme), { products: products.list, quoteLine }];
  return {
    __typename: 'LaunchChecklist',
    items: [
      ...checkContent(definition, limits, language),
      ...checkAmounts(definition, engineProgramme, sample, language),
      ...checkPrices(definition, engineProgramme, sample, language),
      // Last, since there may be many.
      ...overlaps.map((other) => ({ ...item('OVERLAP', language, other.name), promotionIds: [other.id] })),
    ],
  };
}

type Row = Omit<ProductFacts, 'priceMinor' | 'category'> & {
  categoryPath: string;
  priceMinor: string;
  costMinor: string | null;
  minPriceMinor: string | null;
};

async function sampleProducts(ctx: PromotionsContext, definition: Definition) {
  const goods = goodsGivenBy(definition).map(compileGoods);
  const rows: Row[] = await ctx.db.query(
    `select sku, brand, category_path as "categoryPath", attributes, price_minor as "priceMinor", cost_minor as "costMinor",
       min_price_minor as "minPriceMinor", array(select set_id::text from product_set_member m where m.sku = product.sku) as sets
     from product where price_minor is not null order by md5(sku) limit $1`,
    [SAMPLE_MAX],
  );
  const facts = new Map<string, ProductFacts>();
  const list: SampleProduct[] = [];
  for (const { sku, brand, categoryPath, attributes, sets, ...amounts } of rows) {
    const fact = { sku, brand, category: categoryPath, attributes, sets, priceMinor: BigInt(amounts.priceMinor) };
    if (!goods.some((test) => test(fact))) continue;
    facts.set(sku, fact);
    const amount = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
    const [costMinor, minPriceMinor] = [amount(amounts.costMinor), amount(amounts.minPriceMinor)];
    list.push({ sku, priceMinor: fact.priceMinor, costMinor, minPriceMinor });
  }
  return { list, facts };
}

function basketOf(product: SampleProduct, facts: ReadonlyMap<string, ProductFacts>, now: Date): Basket {
  const { sku, priceMinor, minPriceMinor } = product;
  const known = facts.get(sku) ?? { sku, priceMinor, brand: null, category: null, attributes: {}, sets: [] };
  return {
    storeId: '',
    store: { city: null, banner: null, brand: null },
    channel: 'POS',
    at: now.getTime(),
    local: localTimeAt(now.getTime(), 'UTC'),
    holidays: [],
    member: null,
    lines: [{ ...known, lineNo: 1, quantityMilli: 1_000n, minPriceMinor, notDiscountable: false }],
    coupons: [],
    tenders: [],
    pointsToSpendMinor: 0n,
  };
}
