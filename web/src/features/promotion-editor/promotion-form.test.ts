import type { PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { blankPromotion } from './blank-promotion';
import { fieldOf, toForm, toInput } from './promotion-form';

const zone = 'Asia/Almaty';
const none = { amount: null, percent: null };
const goods = { kind: 'CATEGORY', in: ['Shoes > Boots'] };

/** As the service prints it. */
const definition = {
  caps: { line: none, basket: none, pointsPerBasket: null, usesPerBasket: null },
  effects: [{ kind: 'PERCENT', goods, percent: '20' }],
  holdout: { share: '10', salt: null, anonymous: true },
  priority: 100,
  schedule: {
    from: '2026-11-30T19:00:00.000Z',
    until: null,
    weekdays: [6, 7],
    hours: [{ from: '10:00', until: '24:00' }],
  },
  stacking: null,
  variants: [],
  condition: {
    kind: 'ALL',
    of: [
      { kind: 'STORE', storeIds: ['ALA-1'], cities: [], banners: [], brands: [] },
      { kind: 'IDENTIFIED' },
      { kind: 'AGE', from: 18, to: null },
      { kind: 'BIRTHDAY', daysBefore: 3, daysAfter: 3 },
    ],
  },
};

const promotion: PromotionFieldsFragment = {
  id: '0b6e',
  name: 'Boots −20 %',
  status: 'DRAFT',
  version: 3,
  definition,
  limits: {
    moneyBudget: '500000.00',
    pointsBudget: null,
    usesBudget: null,
    usesPerMember: 2,
    usesPerMemberDay: null,
    usesPerStoreDay: null,
    usesPerCard: null,
  },
  updatedAt: '2026-11-22T00:00:00Z',
};

describe('the form of a promotion', () => {
  it("shows times on the chain's clock and saves what it was opened with", () => {
    const form = toForm(promotion, zone);
    expect(form).toMatchObject({ startsAt: '2026-12-01 00:00:00', percentOff: '20', ageFrom: '18' });
    expect(form).not.toHaveProperty('json');
    expect(toInput(form, promotion.id, promotion.version, zone)).toEqual({
      id: '0b6e',
      version: 3,
      name: 'Boots −20 %',
      definition,
      limits: { moneyBudget: '500000.00', usesPerMember: 2 },
    });
  });

  it('keeps as JSON what the fields cannot say', () => {
    const effects = [{ kind: 'N_FOR_M', goods, take: 3, pay: 2 }];
    const form = toForm({ ...promotion, definition: { ...definition, effects } }, zone);
    expect(toInput(form, 'id', 1, zone).definition).toEqual({ ...definition, effects });
  });

  it('sends the effect of the chosen mechanic alone', () => {
    const form = {
      ...blankPromotion,
      mechanic: 'AMOUNT_OFF' as const,
      percentOff: '20',
      amountOff: '1 000',
      basketAtLeast: '10 000,50',
    };
    const everything = { kind: 'EVERYTHING' };
    expect(toInput(form, 'id', undefined, zone).definition).toMatchObject({
      effects: [{ kind: 'AMOUNT_OFF', goods: everything, amount: '1000', every: null }],
      condition: { kind: 'ALL', of: [{ kind: 'LINES', goods: everything, measure: 'SUM', atLeast: '10000.50' }] },
    });
  });

  it('finds the field a problem is about', () => {
    expect(fieldOf('definition.effects.0.percent')).toBe('percentOff');
    expect(fieldOf('definition.schedule.weekdays')).toBe('weekdays');
    expect(fieldOf('id')).toBeUndefined();
  });
});
