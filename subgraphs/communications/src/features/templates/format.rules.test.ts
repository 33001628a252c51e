import { formatAmount, formatDay, formatInstant, formatLastDay, formatMoney, formatQuantity } from './format.rules';

const almaty = { currency: 'KZT', timeZone: 'Asia/Almaty' };

describe('amounts', () => {
  it.each([
    ['ru', '12\u00a0500,50\u00a0₸'],
    ['kk', '12\u00a0500,50\u00a0₸'],
    ['en', '12,500.50\u00a0₸'],
  ] as const)('are written the way %s readers expect', (language, expected) => {
    expect(formatMoney(1_250_050, language, almaty)).toBe(expected);
  });

  it('go without decimals when whole, and with both when not', () => {
    expect(formatAmount(100_000_000, 'ru')).toBe('1\u00a0000\u00a0000');
    expect(formatAmount(5, 'ru')).toBe('0,05');
    expect(formatAmount(6_250, 'en')).toBe('62.50');
    expect(formatAmount(0, 'kk')).toBe('0');
  });

  it('carry a minus sign, never a hyphen', () => {
    expect(formatMoney(-25_000, 'ru', almaty)).toBe('−250\u00a0₸');
  });

  it('are named by the code when the currency has no sign of ours', () => {
    expect(formatMoney(100, 'en', { ...almaty, currency: 'UZS' })).toBe('1\u00a0UZS');
  });
});

it('writes quantities without idle zeros', () => {
  expect(formatQuantity(1_000, 'ru')).toBe('1');
  expect(formatQuantity(1_250, 'ru')).toBe('1,25');
  expect(formatQuantity(345, 'en')).toBe('0.345');
  expect(formatQuantity(1_200_000, 'kk')).toBe('1\u00a0200');
});

it('writes the day that it is in the chain’s time zone', () => {
  expect(formatDay('2026-11-22T20:30:00Z', almaty)).toBe('23.11.2026');
  expect(formatInstant('2026-11-22T10:04:00+05:00', almaty)).toBe('22.11.2026 10:04');
});

it('names the last day on which points are still good', () => {
  expect(formatLastDay('2027-01-01T00:00:00+05:00', almaty)).toBe('31.12.2026');
  expect(formatLastDay('2027-01-01T00:00:01+05:00', almaty)).toBe('01.01.2027');
});
