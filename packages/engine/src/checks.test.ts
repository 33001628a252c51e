import { checkBasket, compile, type BasketLine, type Promotion } from '.';
import { checkProgramme, checkPromotion } from './check-promotion';
import { aLine, amountOff, ANY_TIME, aProgramme, aPromotion, goods, percentOff, pointsTimes } from './test-builders';

it.each<[string, Partial<BasketLine>[], number | null]>([
  ['The basket has no lines.', [], null],
  ['The basket has more than 1000 lines.', Array.from({ length: 1_001 }, (_, index) => ({ lineNo: index + 1 })), null],
  ['Line 1: the number is used twice.', [{}, {}], 1],
  ['Line 0: the number must be a positive integer.', [{ lineNo: 0 }], 0],
  ['Line 1: the SKU is empty.', [{ sku: ' ' }], 1],
  ['Line 1: the quantity must be above zero.', [{ quantityMilli: 0n }], 1],
  ['Line 1: the quantity is above one million.', [{ quantityMilli: 10n ** 12n }], 1],
  ['Line 1: the price is negative.', [{ priceMinor: -1n }], 1],
  ['Line 1: the price is above ten billion.', [{ priceMinor: 10n ** 15n }], 1],
])('refuses a basket: %s', (message, lines, lineNo) =>
  expect(checkBasket(lines.map(aLine))).toEqual({ lineNo, message }),
);

it('accepts a free line', () => expect(checkBasket([aLine({ priceMinor: 0n })])).toBeNull());

const scheduled = (schedule: Partial<Promotion['schedule']>) =>
  percentOff(1_000n, { schedule: { ...ANY_TIME, ...schedule } });
const forAudience = (audience: Promotion['audience']) => percentOff(1_000n, { audience });

it.each<[string, Promotion]>([
  ['The priority must be an integer.', percentOff(1_000n, { priority: 0.5 })],
  ['The discount must be above 0 and at most 100 %.', percentOff(0n)],
  ['The discount must be above 0 and at most 100 %.', percentOff(10_001n)],
  ['The amount off must be above zero.', amountOff(0n, 0n)],
  ['The threshold must not be negative.', amountOff(1n, -1n)],
  ['The multiplier must be above 1 and at most 100.', pointsTimes(100n)],
  [
    'A SKU, brand or category of the goods is blank.',
    aPromotion({ kind: 'PERCENT_OFF', scope: goods({ categories: [' > '] }), percent: 1n }),
  ],
  ['The promotion ends before it starts.', scheduled({ from: 2, until: 2 })],
  ['A day of the week must be from 1 (Monday) to 7 (Sunday).', scheduled({ weekdays: [0] })],
  ['A time window must lie within a day.', scheduled({ windows: [{ fromMinute: 0, untilMinute: 1_441 }] })],
  ['A time window must not be empty.', scheduled({ windows: [{ fromMinute: 60, untilMinute: 60 }] })],
  ['A group of conditions is empty.', forAudience({ kind: 'NOT', of: { kind: 'ANY', of: [] } })],
  ['A city condition must name a city.', forAudience({ kind: 'CITY', cities: [] })],
  [
    'A birthday window must be from 0 to 180 days on each side.',
    forAudience({ kind: 'BIRTHDAY', daysBefore: 200, daysAfter: 0 }),
  ],
  [
    'An age range must lie within 0 and 150 years and not end before it starts.',
    forAudience({ kind: 'ALL', of: [{ kind: 'AGE', from: 40, to: 20 }] }),
  ],
])('does not compile a promotion: %s', (message, promotion) => {
  expect(checkPromotion(promotion)).toBe(message);
  expect(() => compile([promotion], aProgramme())).toThrow(message);
});

it('does not compile conditions without an end', () => {
  const nested = Array.from({ length: 20 }).reduce<Promotion['audience']>((of) => ({ kind: 'NOT', of }), {
    kind: 'EVERYONE',
  });
  expect(checkPromotion(forAudience(nested))).toBe('Conditions are nested deeper than 10 levels.');
});

it.each([
  [{ earnPercent: 10_001n }, 'The share earned must be from 0 to 100 %.'],
  [{ payPercent: -1n }, 'The share payable by points must be from 0 to 100 %.'],
  [{ rounding: { unitMinor: 0n, mode: 'DOWN' } } as const, 'Points must be rounded to at least 0.01.'],
  [{ activationDelayDays: -1 }, 'The activation delay must be whole days, zero or more.'],
  [{ lifetimeDays: 0 }, 'The lifetime of points must be at least one whole day.'],
])('does not compile the programme %p', (programme, message) =>
  expect(checkProgramme(aProgramme(programme))).toBe(message),
);
