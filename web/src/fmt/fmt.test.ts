import { createFmt } from './create-fmt';
import { addDays, daysBetween, startOfDay } from './dates';
import { typedDecimal } from './typed-decimal';

const settings = { currency: 'KZT', timeZone: 'Asia/Almaty' };
const ru = createFmt({ locale: 'ru', ...settings });
const kk = createFmt({ locale: 'kk', ...settings });
const en = createFmt({ locale: 'en', ...settings });

describe('numbers', () => {
  it('groups with a no-break space and a comma in Russian and Kazakh, with a comma and a point in English', () => {
    expect(ru.number('1234567.5')).toBe('1\u00a0234\u00a0567,5');
    expect(kk.number('1234567.5')).toBe('1\u00a0234\u00a0567,5');
    expect(en.number('1234567.5')).toBe('1,234,567.5');
  });

  it('keeps every digit of an exact decimal string too long for a float', () => {
    expect(en.money('90071992547409931.07')).toBe('₸90,071,992,547,409,931.07');
  });

  it('rounds half up and never prints a negative zero', () => {
    expect(en.number('0.125', 2)).toBe('0.13');
    expect(en.number('-0.004', 2)).toBe('0');
    expect(en.number(-0.001, 2)).toBe('0');
    expect(en.moneyWhole('999999.5')).toBe('₸1,000,000');
  });

  it('prints a dash for what is not a number', () => {
    expect(ru.number('abc')).toBe('—');
    expect(ru.number(Number.NaN)).toBe('—');
  });

  it('puts the tenge sign where the language expects it', () => {
    expect(ru.money('-1250')).toBe('\u22121\u00a0250,00\u00a0₸');
    expect(en.money('-1250')).toBe('\u2212₸1,250.00');
  });

  it('prints a change of points with its sign, and a dash for none', () => {
    expect(ru.pointsSigned('1250.5')).toBe('+1\u00a0250,50');
    expect(en.pointsSigned('-1250.5')).toBe('\u22121,250.50');
    expect(kk.pointsSigned('0.00')).toBe('—');
  });

  it('shortens millions and thousands in words of the language', () => {
    expect(ru.compact(1_250_000)).toBe('1,3\u00a0млн');
    expect(kk.compact(45_000)).toBe('45\u00a0мың');
    expect(en.compact(2_500_000_000)).toBe('2.5B');
    expect(en.compact(9_999)).toBe('9,999');
    expect(en.compact(0.42)).toBe('0.42');
  });

  it('prints ratios as percentages and sizes in binary units', () => {
    expect(ru.percent(0.4123)).toBe('41,2\u00a0%');
    expect(en.percent(0.4)).toBe('40.0%');
    expect(kk.bytes(1536)).toBe('1,5\u00a0КБ');
    expect(en.bytes(900)).toBe('900\u00a0B');
  });
});

describe('dates', () => {
  it("shows an instant on the chain's wall clock", () => {
    expect(ru.dateTime('2026-11-22T20:30:00Z')).toBe('23.11.2026 01:30');
    expect(ru.date('2026-11-22T20:30:00Z')).toBe('23.11.2026');
    expect(ru.date('2026-11-22')).toBe('22.11.2026');
    expect(kk.time('2026-11-22T00:05:00Z')).toBe('05:05');
  });

  it('begins a day at local midnight, also on the day clocks change', () => {
    expect(startOfDay('Asia/Almaty', '2026-11-22')).toBe('2026-11-21T19:00:00.000Z');
    expect(startOfDay('Europe/Berlin', '2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('Europe/Berlin', '2026-03-30')).toBe('2026-03-29T22:00:00.000Z');
  });

  it('says relative time and months in each language', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(ru.relative('2026-11-22T11:55:00Z', now)).toBe('5 минут назад');
    expect(kk.relative('2026-11-22T11:55:00Z', now)).toBe('5 минут бұрын');
    expect(en.relative('2026-11-22T11:55:00Z', now)).toBe('5 minutes ago');
    expect(en.relative('2026-11-22T12:00:20Z', now)).toBe('a few seconds ago');
    expect(kk.month('2026-11-01')).toBe('қар 2026');
    expect(ru.month('2026-11-01')).toBe('нояб. 2026');
  });

  it('counts calendar days across months and prints durations', () => {
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(en.duration(3725)).toBe('1:02:05');
    expect(en.duration(65)).toBe('1:05');
  });
});

it('reads decimals as people type them', () => {
  expect(typedDecimal('1\u00a0250,5')).toBe('1250.5');
  expect(typedDecimal(' 12 ')).toBe('12');
});
