/** An amount of money or points in minor units (hundredths). Exact; never a float. */
export type Minor = bigint;

/** A quantity in thousandths of a unit or kilogram. */
export type Milli = bigint;

/** The largest amount accepted from outside: one trillion units. Beyond it an input is a mistake. */
export const MINOR_MAX: Minor = 100_000_000_000_000n;
/** The largest quantity accepted from outside: ten million units. */
export const MILLI_MAX: Milli = 10_000_000_000n;

/** Reads an exact decimal string with at most `decimals` decimals; null when it is not one. "1250", "-0.5" and "+3.10" are. */
export function parseDecimal(text: string, decimals: number): bigint | null {
  const match = /^([+-]?)(\d{1,18})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > decimals) return null;
  const value = BigInt(whole + kept.padEnd(decimals, '0'));
  return sign === '-' ? -value : value;
}

/** Writes minor units as a decimal string with exactly `decimals` decimals. */
export function formatDecimal(value: bigint, decimals: number): string {
  if (decimals === 0) return value.toString();
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** "1250.00" → 125000n; null when the text is not an amount with at most two decimals. */
export const parseMinor = (text: string): Minor | null => parseDecimal(text, 2);
/** 125000n → "1250.00". */
export const formatMinor = (value: Minor): string => formatDecimal(value, 2);
/** "1.25" → 1250n; null when the text is not a quantity with at most three decimals. */
export const parseMilli = (text: string): Milli | null => parseDecimal(text, 3);
/** 1250n → "1.25"; trailing zeros are dropped: 2000n → "2". */
export function formatMilli(value: Milli): string {
  return formatDecimal(value, 3).replace(/\.?0+$/, '');
}
