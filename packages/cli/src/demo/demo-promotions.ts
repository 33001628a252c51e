/** A promotion from the gallery, and what is changed in its definition. */
export interface DemoPromotion {
  readonly name: string;
  readonly templateKey: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly definition?: Readonly<Record<string, unknown>>;
  readonly limits?: Readonly<Record<string, unknown>>;
  /** RUNNING when absent. */
  readonly status?: 'SCHEDULED' | 'ENDED';
}

const MEMBERS = { kind: 'IDENTIFIED' };
const BEST_OF_RECEIPT = { stacking: { group: 'Сумма чека', mode: 'BEST' } };
const BEST_OF_SHOES = { stacking: { group: 'Обувь', mode: 'BEST' } };
const WEEK_MS = 7 * 86_400_000;

const ALWAYS: readonly DemoPromotion[] = [
  {
    name: 'Уход за обувью −20 % участникам',
    templateKey: 'category-percent',
    parameters: { percent: '20', categories: ['Уход'] },
    definition: { condition: MEMBERS },
  },
  {
    name: 'Кешбэк 10 % за Aruna',
    templateKey: 'brand-cashback',
    parameters: { cashback: '10', brands: ['Aruna'] },
    limits: { pointsBudget: '2000000.00' },
  },
  {
    name: '−5 000 ₸ от 60 000 ₸',
    templateKey: 'amount-from',
    parameters: { amount: '5000', threshold: '60000' },
    definition: BEST_OF_RECEIPT,
    limits: { moneyBudget: '5000000.00', usesPerStoreDay: 50 },
  },
  {
    name: 'Больше чек — больше скидка',
    templateKey: 'rising-tiers',
    parameters: { threshold: '80000', percent: '5', more: '120000', morePercent: '8' },
    definition: BEST_OF_RECEIPT,
  },
  {
    name: 'День рождения: −15 %',
    templateKey: 'birthday',
    parameters: { percent: '15', days: 7 },
    limits: { usesPerMember: 1 },
  },
  {
    name: 'Вторая детская пара −50 %',
    templateKey: 'second-pair',
    parameters: { percent: '50', categories: ['Обувь > Детская'] },
    definition: BEST_OF_SHOES,
  },
  {
    name: 'Женская обувь −15 % для 25–40 лет',
    templateKey: 'women-shoes',
    parameters: { percent: '15', ageFrom: 25, ageTo: 40, cities: ['Алматы'], categories: ['Обувь > Женская'] },
    definition: { ...BEST_OF_SHOES, holdout: { share: '20', salt: null, anonymous: true } },
  },
  {
    name: 'Возвращайтесь: −15 % после 90 дней',
    templateKey: 'win-back',
    parameters: { percent: '15', days: 90 },
    definition: { holdout: { share: '10', salt: null, anonymous: true } },
    limits: { usesPerMember: 1 },
  },
  {
    name: 'Уход к купленной обуви −30 %',
    templateKey: 'care-after-shoes',
    parameters: { percent: '30', days: 60, categories: ['Обувь'], accessories: ['Уход'] },
  },
  {
    name: '3 по цене 2 на Samal',
    templateKey: 'n-for-m',
    parameters: { take: 3, pay: 2, brands: ['Samal'] },
  },
  {
    name: 'За каждую пятую покупку 300 баллов',
    templateKey: 'every-nth',
    parameters: { nth: 5, points: '300' },
    definition: { holdout: { share: '10', salt: null, anonymous: true } },
  },
];

/** Twelve that run, one that will and one that did. */
export const demoPromotions = (storeId: string, now: Date): DemoPromotion[] => [
  ...ALWAYS,
  {
    name: 'Счастливые часы',
    templateKey: 'happy-hours',
    parameters: { percent: '7', from: '14:00', until: '17:00', stores: [storeId] },
  },
  {
    name: 'Сандалии −25 %',
    templateKey: 'category-percent',
    parameters: { percent: '25', categories: ['Обувь > Женская > Сандалии'] },
    definition: {
      schedule: {
        from: new Date(now.getTime() + WEEK_MS).toISOString(),
        until: new Date(now.getTime() + 3 * WEEK_MS).toISOString(),
      },
    },
    status: 'SCHEDULED',
  },
  {
    name: 'Двойные баллы от 50 000 ₸',
    templateKey: 'points-from',
    parameters: { factor: '2', threshold: '50000' },
    status: 'ENDED',
  },
];
