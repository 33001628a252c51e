import { writeAmount, writeMoney, writeQuantity } from './written';

it.each([
  ['ru', '12\u00a0500,50\u00a0₸'],
  ['kk', '12\u00a0500,50\u00a0₸'],
  ['en', '12,500.50\u00a0₸'],
] as const)('writes money the way %s readers expect', (language, expected) => {
  expect(writeMoney(1_250_050n, language, 'KZT')).toBe(expected);
});

it('writes whole amounts without decimals, and others with both', () => {
  expect(writeAmount(100_000_000n, 'ru')).toBe('1\u00a0000\u00a0000');
  expect(writeAmount(5n, 'ru')).toBe('0,05');
  expect(writeAmount(6_250n, 'en')).toBe('62.50');
  expect(writeAmount(0n, 'kk')).toBe('0');
});

it('carries a minus sign, never a hyphen', () => {
  expect(writeMoney(-25_000n, 'ru', 'KZT')).toBe('−250\u00a0₸');
  expect(writeMoney(-12_500_000n, 'en', 'KZT')).toBe('−125,000\u00a0₸');
});

it('names a currency by its code when it has no sign of ours', () => {
  expect(writeMoney(100n, 'en', 'UZS')).toBe('1\u00a0UZS');
});

it('writes quantities without idle zeros', () => {
  expect(writeQuantity(1_000n, 'ru')).toBe('1');
  expect(writeQuantity(1_250n, 'ru')).toBe('1,25');
  expect(writeQuantity(345n, 'en')).toBe('0.345');
  expect(writeQuantity(1_200_000n, 'kk')).toBe('1\u00a0200');
});
