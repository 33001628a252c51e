import { formatMilli, formatMinor, parseMilli, parseMinor, spread } from '.';

it.each([
  ['1250', 125000n],
  ['1250.5', 125050n],
  ['-0.05', -5n],
  ['+3.10', 310n],
  ['7.100', 710n],
])('reads %s', (text, minor) => expect(parseMinor(text)).toBe(minor));

it.each(['', ' ', '1,5', '1.005', '1e5', 'abc', '--1', '.5', '9'.repeat(19), 'NaN'])('refuses %p', (text) =>
  expect(parseMinor(text)).toBeNull(),
);

it('writes money with two decimals and quantities without trailing zeros', () => {
  expect(formatMinor(-5n)).toBe('-0.05');
  expect(formatMilli(2000n)).toBe('2');
  expect(formatMilli(-1250n)).toBe('-1.25');
  expect(parseMilli('0.125')).toBe(125n);
});

it('gives the first part everything when all weights are zero', () => expect(spread(7n, [0n, 0n])).toEqual([7n, 0n]));
