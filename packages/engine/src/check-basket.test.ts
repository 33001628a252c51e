import { checkBasket, type BasketLine, type Programme } from '.';
import { checkProgramme } from './check-definition';
import { aLine, aProgramme } from './test/builders';

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
  ['Line 1: the minimum price is negative.', [{ minPriceMinor: -1n }], 1],
])('refuses a basket: %s', (message, lines, lineNo) =>
  expect(checkBasket(lines.map(aLine))).toEqual({ lineNo, message }),
);

it('accepts a free line', () => expect(checkBasket([aLine({ priceMinor: 0n })])).toBeNull());

it.each<[string, Partial<Programme>]>([
  ['earnPercent', { earnPercent: 10_001n }],
  ['payPercent', { payPercent: -1n }],
  ['rounding', { rounding: { unitMinor: 0n, mode: 'DOWN' } }],
  ['activationDelayDays', { activationDelayDays: -1 }],
  ['lifetimeDays', { lifetimeDays: 0 }],
  ['holdout', { holdout: { share: 10_001n, salt: 'all' } }],
])('refuses a programme whose %s is out of bounds', (path, changes) =>
  expect(checkProgramme(aProgramme(changes))).toMatchObject({ path, code: 'OUT_OF_BOUNDS' }),
);
