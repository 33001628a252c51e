import { newId } from '@adal/service';
import { isSameContent, readPromotion, type PromotionContent, type SavePromotionCommand } from './promotion.rules';
import { summaryOf } from './promotion-summary.rules';
import type { Promotion } from './promotion.entity';

const command = (changes: Partial<SavePromotionCommand> = {}): SavePromotionCommand => ({
  id: newId(),
  name: ' Autumn ',
  mechanic: 'PERCENT_OFF',
  effect: { percentOff: 12_500n },
  scope: {},
  conditions: {},
  ...changes,
});

function read(changes: Partial<SavePromotionCommand> = {}): PromotionContent {
  const content = readPromotion(command(changes));
  if ('__typename' in content) throw new Error(JSON.stringify(content.problems));
  return content;
}

function problems(changes: Partial<SavePromotionCommand>): string[] {
  const content = readPromotion(command(changes));
  return '__typename' in content ? content.problems.map(({ field }) => field) : [];
}

it('trims, sorts and fills in what the form left out', () => {
  const content = read({
    scope: { categories: ['Food>Dairy', 'Food > Dairy '], brands: [' X'] },
    conditions: { weekdays: [7, 1, 7], timeFrom: '', storeIds: ['A', 'A'] },
    exclusiveGroup: ' ',
  });
  expect(content).toMatchObject({
    name: 'Autumn',
    priority: 100,
    categories: ['Food > Dairy'],
    brands: ['X'],
    weekdays: [1, 7],
    timeFrom: null,
    storeIds: ['A'],
    membersOnly: false,
    exclusiveGroup: null,
  });
});

it('keeps of the effect only what belongs to the mechanic', () => {
  const effect = { percentOff: 10_000n, pointsMultiplier: 2_000n, amountOff: 1n, basketAtLeast: 1n };
  expect(read({ mechanic: 'POINTS_MULTIPLIER', effect })).toMatchObject({
    percentOffMilli: null,
    pointsMultiplierMilli: 2_000n,
    amountOffMinor: null,
    basketAtLeastMinor: null,
  });
});

it.each<[string[], Partial<SavePromotionCommand>]>([
  [['id'], { id: 'autumn' }],
  [['name'], { name: ' ' }],
  [['name'], { name: 'x'.repeat(121) }],
  [['priority'], { priority: 1_001 }],
  [['exclusiveGroup'], { exclusiveGroup: 'x'.repeat(61) }],
  [['receiptText'], { receiptText: 'x'.repeat(201) }],
  [['mechanic'], { mechanic: 'GIFT' }],
  [['effect.percentOff'], { effect: {} }],
  [['effect.percentOff'], { effect: { percentOff: 0n } }],
  [['effect.percentOff'], { effect: { percentOff: 100_010n } }],
  [['effect.percentOff'], { effect: { percentOff: 12_505n } }],
  [['effect.pointsMultiplier'], { mechanic: 'POINTS_MULTIPLIER', effect: { pointsMultiplier: 1_000n } }],
  [['effect.amountOff'], { mechanic: 'AMOUNT_OFF', effect: { amountOff: -1n, basketAtLeast: 1n } }],
  [['effect.basketAtLeast'], { mechanic: 'AMOUNT_OFF', effect: { amountOff: 100n, basketAtLeast: 99n } }],
  [['effect.basketAtLeast'], { mechanic: 'AMOUNT_OFF', effect: { amountOff: 100n } }],
  [['scope.categories'], { scope: { categories: [' > '] } }],
  [['scope.skus'], { scope: { skus: Array.from({ length: 2_001 }, (_, index) => `${index}`) } }],
  [['conditions.endsAt'], { conditions: { startsAt: new Date(1), endsAt: new Date(1) } }],
  [['conditions.weekdays'], { conditions: { weekdays: [8] } }],
  [['conditions.timeFrom'], { conditions: { timeFrom: '24:00' } }],
  [['conditions.timeTo'], { conditions: { timeFrom: '09:00', timeTo: '09:00' } }],
  [['conditions.gender'], { conditions: { gender: 'woman' } }],
  [['conditions.ageFrom'], { conditions: { ageFrom: 121 } }],
  [['conditions.ageTo'], { conditions: { ageFrom: 40, ageTo: 20 } }],
  [['conditions.cities'], { conditions: { cities: [''] } }],
  [['conditions.birthdayWithinDays'], { conditions: { birthdayWithinDays: 61 } }],
  [['name', 'effect.percentOff', 'conditions.weekdays'], { name: '', effect: {}, conditions: { weekdays: [0] } }],
])('names the fields %p', (fields, changes) => expect(problems(changes)).toEqual(fields));

it('knows content that is there already', () => {
  const saved = { ...read(), version: 3 } as Promotion;
  expect(isSameContent(saved, read())).toBe(true);
  expect(isSameContent(saved, read({ effect: { percentOff: 12_510n } }))).toBe(false);
  expect(isSameContent(saved, read({ conditions: { startsAt: new Date(0) } }))).toBe(false);
  expect(isSameContent(saved, read({ scope: { skus: ['a'] } }))).toBe(false);
});

it.each<[string, Partial<SavePromotionCommand>]>([
  ['12.5% off, on all goods.', {}],
  [
    'Points ×2, in Shoes of Bata for 2 SKUs.',
    {
      mechanic: 'POINTS_MULTIPLIER',
      effect: { pointsMultiplier: 2_000n },
      scope: { categories: ['Shoes'], brands: ['Bata'], skus: ['a', 'b'] },
    },
  ],
  [
    '500.00 off from 5000.00, on all goods, from 2026-12-01 00:00 UTC on Sat, Sun at 18:00–24:00, in store A.',
    {
      mechanic: 'AMOUNT_OFF',
      effect: { amountOff: 500_00n, basketAtLeast: 5_000_00n },
      conditions: { startsAt: new Date('2026-12-01T00:00:00Z'), weekdays: [6, 7], timeFrom: '18:00', storeIds: ['A'] },
    },
  ],
  [
    '12.5% off, on all goods, for women aged 25 to 40 from Almaty within 7 days of the birthday.',
    {
      conditions: { gender: 'FEMALE', ageFrom: 25, ageTo: 40, cities: ['Almaty'], birthdayWithinDays: 7 },
    },
  ],
  [
    '12.5% off, in A, B, C and 1 more, for members.',
    {
      scope: { categories: ['A', 'B', 'C', 'D'] },
      conditions: { membersOnly: true },
    },
  ],
])('says: %s', (sentence, changes) => expect(summaryOf(read(changes))).toBe(sentence));
