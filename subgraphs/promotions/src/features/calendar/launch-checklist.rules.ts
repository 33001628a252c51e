import {
  compile,
  quote,
  walkCondition,
  type Definition,
  type Effect,
  type Language,
  type PricedBasket,
  type Programme,
  type Texts,
} from '@adal/engine';
import { effectsOf, givesPoints, hasControl, isDiscount } from '../definitions';
import { hasBudget, type PromotionLimits } from '../limits';

export type ChecklistKey =
  'NO_BUDGET' | 'NO_CONTROL' | 'TEXT_MISSING' | 'OVERLAP' | 'ABOVE_PRICE' | 'BELOW_COST' | 'AT_MIN_PRICE';

export interface ChecklistItem {
  key: ChecklistKey;
  message: string;
  promotionIds: string[];
  skus: string[];
}

/** A product as the check needs it. */
export interface SampleProduct {
  sku: string;
  priceMinor: bigint;
  costMinor: bigint | null;
  minPriceMinor: bigint | null;
}

/** What of a promotion a marketer should look at before launch, apart from prices and rivals. */
export function checkContent(definition: Definition, limits: PromotionLimits, language: Language): ChecklistItem[] {
  const items: ChecklistItem[] = [];
  const effects = effectsOf(definition);
  const costs = effects.some((effect) => isDiscount(effect) || givesPoints(effect));
  if (costs && !hasBudget(limits)) items.push(item('NO_BUDGET', language));
  if (!hasControl(definition)) items.push(item('NO_CONTROL', language));
  const texts = effects.flatMap((effect) => ('text' in effect ? [effect.text] : []));
  const missing = LANGUAGES.filter((one) => texts.some((text: Texts) => text[one].trim() === ''));
  if (missing.length > 0) items.push(item('TEXT_MISSING', language, missing.join(', ')));
  return items;
}

const LANGUAGES: readonly Language[] = ['ru', 'kk', 'en'];

interface Sample {
  products: readonly SampleProduct[];
  quoteLine: QuoteLine;
}

/** What percentages and prices make of single products, whatever the condition: those below cost, and those held at their least price. */
export function checkPrices(
  definition: Definition,
  programme: Programme,
  sample: Sample,
  language: Language,
): ChecklistItem[] {
  const effects = definition.effects.filter(({ kind }) => kind === 'PERCENT' || kind === 'FIXED_PRICE');
  const [belowCost, atMinPrice]: [string[], string[]] = [[], []];
  for (const { product, priced } of pricedBy(effects, definition, programme, sample)) {
    const payable = priced.payableMinor;
    if (product.minPriceMinor !== null && payable <= product.minPriceMinor) atMinPrice.push(product.sku);
    else if (product.costMinor !== null && payable < product.costMinor) belowCost.push(product.sku);
  }
  return [
    ...(belowCost.length > 0 ? [{ ...item('BELOW_COST', language, String(belowCost.length)), skus: belowCost }] : []),
    ...(atMinPrice.length > 0
      ? [{ ...item('AT_MIN_PRICE', language, String(atMinPrice.length)), skus: atMinPrice }]
      : []),
  ];
}

/** Products of which a single one costs less than is taken off it; nothing where a basket must reach something first. */
export function checkAmounts(
  definition: Definition,
  programme: Programme,
  sample: Sample,
  language: Language,
): ChecklistItem[] {
  if (asksForBasket(definition)) return [];
  const skus = definition.effects.flatMap((effect) => {
    if (effect.kind !== 'AMOUNT_OFF' || (effect.every ?? 1) > 1) return [];
    return pricedBy([effect], definition, programme, sample)
      .filter(
        ({ product, priced }) =>
          priced.payableMinor <= (product.minPriceMinor ?? 0n) && priced.discountMinor < effect.amount,
      )
      .map(({ product }) => product.sku);
  });
  const above = [...new Set(skus)];
  return above.length === 0 ? [] : [{ ...item('ABOVE_PRICE', language, String(above.length)), skus: above }];
}

function asksForBasket({ condition }: Definition): boolean {
  let asks = false;
  if (condition !== null) {
    walkCondition(condition, ({ kind }) => {
      asks ||= kind === 'BASKET' || kind === 'LINES';
    });
  }
  return asks;
}

/** Single products that the effects alone, whatever the condition, take something off. */
function pricedBy(
  effects: readonly Effect[],
  definition: Definition,
  programme: Programme,
  { products, quoteLine }: Sample,
): { product: SampleProduct; priced: PricedBasket }[] {
  if (effects.length === 0) return [];
  const schedule = { from: null, until: null, weekdays: [], hours: [] };
  const bare = { ...definition, effects, schedule, condition: null, holdout: null, variants: [] };
  const compiled = compile([{ ...bare, id: 'draft', version: 0, name: 'draft' }], programme);
  return products.flatMap((product) => {
    const priced = quote(compiled, quoteLine(product));
    return priced.__typename === 'PricedBasket' && priced.discountMinor > 0n ? [{ product, priced }] : [];
  });
}

/** A basket of one unit. */
export type QuoteLine = (product: SampleProduct) => Parameters<typeof quote>[1];

export function item(key: ChecklistKey, language: Language, figure = ''): ChecklistItem {
  const message = SENTENCES[key][PLACES[language]].replace('{}', figure);
  return { key, message, promotionIds: [], skus: [] };
}

const PLACES: Record<Language, 0 | 1 | 2> = { en: 0, ru: 1, kk: 2 };

const SENTENCES: Record<ChecklistKey, readonly [en: string, ru: string, kk: string]> = {
  NO_BUDGET: [
    'There is no budget: nothing ends it but its schedule.',
    'Бюджета нет: остановит только расписание.',
    'Бюджет жоқ: оны тек кесте тоқтатады.',
  ],
  NO_CONTROL: [
    'There is no control group: nobody can tell what it brings.',
    'Нет контрольной группы: эффект не измерить.',
    'Бақылау тобы жоқ: әсерін өлшеу мүмкін емес.',
  ],
  TEXT_MISSING: ['Texts are missing in: {}.', 'Нет текстов на языках: {}.', 'Мына тілдерде мәтін жоқ: {}.'],
  OVERLAP: [
    'It adds up with “{}” on the same goods.',
    'Суммируется с «{}» на тех же товарах.',
    '«{}» акциясымен бір тауарларда қосылады.',
  ],
  ABOVE_PRICE: [
    'Takes off more than {} of the sampled products cost. A price never goes below zero, nor below its least price.',
    'Скидка больше цены у товаров из выборки: {}. Ниже нуля и минимальной цены цена не опустится.',
    'Іріктеменің {} тауарында жеңілдік бағадан көп. Баға нөлден де, ең төменгі бағадан да төмен түспейді.',
  ],
  BELOW_COST: [
    'Sells {} of the sampled products below cost.',
    'Продаёт ниже себестоимости товаров из выборки: {}.',
    'Іріктеменің {} тауарын өзіндік құнынан төмен сатады.',
  ],
  AT_MIN_PRICE: [
    'Stops at the least price of {} of the sampled products.',
    'Упирается в минимальную цену товаров из выборки: {}.',
    'Іріктеменің {} тауарында ең төменгі бағаға тіреледі.',
  ],
};
