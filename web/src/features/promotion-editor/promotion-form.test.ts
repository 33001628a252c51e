import type { PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { blankPromotion, fieldOf, toForm, toInput } from './promotion-form';

const zone = 'Asia/Almaty';

const promotion: PromotionFieldsFragment = {
  id: '0b6e',
  name: 'Boots −20 %',
  status: 'DRAFT',
  mechanic: 'PERCENT_OFF',
  version: 3,
  effect: { percentOff: '20.00', pointsMultiplier: null, amountOff: null, basketAtLeast: null },
  scope: { categories: ['Shoes > Boots'], brands: [], skus: [] },
  conditions: {
    startsAt: '2026-11-30T19:00:00Z',
    endsAt: null,
    weekdays: [6, 7],
    timeFrom: '10:00',
    timeTo: null,
    storeIds: ['ALA-1'],
    membersOnly: true,
    gender: null,
    ageFrom: 18,
    ageTo: null,
    cities: [],
    birthdayWithinDays: 3,
  },
  limits: {
    moneyBudget: '500000.00',
    pointsBudget: null,
    usesBudget: null,
    usesPerMember: 2,
    usesPerMemberDay: null,
    usesPerStoreDay: null,
    usesPerCard: null,
  },
  priority: 100,
  exclusiveGroup: null,
  receiptText: null,
  updatedAt: '2026-11-22T00:00:00Z',
};

describe('the form of a promotion', () => {
  it("shows times on the chain's clock and saves what it was opened with", () => {
    const form = toForm(promotion, zone);
    expect(form.startsAt).toBe('2026-12-01 00:00:00');
    const input = toInput(form, promotion.id, promotion.version, zone);
    expect(input.conditions).toEqual({
      startsAt: '2026-11-30T19:00:00.000Z',
      endsAt: undefined,
      weekdays: [6, 7],
      timeFrom: '10:00',
      timeTo: undefined,
      storeIds: ['ALA-1'],
      membersOnly: true,
      gender: undefined,
      ageFrom: 18,
      ageTo: undefined,
      cities: [],
      birthdayWithinDays: 3,
    });
    expect(input.effect).toEqual({ percentOff: '20.00' });
    expect(input.limits).toEqual({ moneyBudget: '500000.00', usesPerMember: 2 });
    expect(input.version).toBe(3);
  });

  it('sends the effect of the chosen mechanic alone', () => {
    const form = {
      ...blankPromotion,
      mechanic: 'AMOUNT_OFF' as const,
      percentOff: '20',
      amountOff: '1 000',
      basketAtLeast: '10 000,50',
    };
    expect(toInput(form, 'id', undefined, zone).effect).toEqual({ amountOff: '1000', basketAtLeast: '10000.50' });
  });

  it('finds the field a problem is about', () => {
    expect(fieldOf('effect.percentOff')).toBe('percentOff');
    expect(fieldOf('conditions.weekdays[2]')).toBe('weekdays');
    expect(fieldOf('id')).toBeUndefined();
  });
});
