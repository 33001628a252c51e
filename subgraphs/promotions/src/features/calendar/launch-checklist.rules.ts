import { compile, quote, type Definition, type Language, type Programme, type Texts } from '@adal/engine';
import { effectsOf, givesPoints, hasControl, isDiscount } from '../definitions';
import { hasBudget, type PromotionLimits } from '../limits';

export type ChecklistKey = 'NO_BUDGET' | 'NO_CONTROL' | 'TEXT_MISSING' | 'OVERLAP' | 'BELOW_COST' | 'AT_MIN_PRICE';

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

/** What percentages and prices make of single products, whatever the condition: those below cost, and those held at their least price. */
export function checkPrices(
  definition: Definition,
  programme: Programme,
  { products, quoteLine }: { products: readonly SampleProduct[]; quoteLine: QuoteLine },
  language: Language,
): ChecklistItem[] {
  const effects = definition.effects.filter(({ kind }) => kind === 'PERCENT' || kind === 'FIXED_PRICE');
  if (effects.length === 0) return [];
  const schedule = { from: null, until: null, weekdays: [], hours: [] };
  const bare = { ...definition, effects, schedule, condition: null, holdout: null, variants: [] };
  const compiled = compile([{ ...bare, id: 'draft', version: 0, name: 'draft' }], programme);
  const [belowCost, atMinPrice]: [string[], string[]] = [[], []];
  for (const product of products) {
    const priced = quote(compiled, quoteLine(product));
    if (priced.__typename !== 'PricedBasket' || priced.discountMinor === 0n) continue;
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
