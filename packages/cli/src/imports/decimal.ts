import { divide, formatDecimal } from '@adal/money';

/** Decimals kept between the steps of a mapping; enough to round to the cent exactly once, at the end. */
const SCALE = 12;
const ONE = 10n ** BigInt(SCALE);

/** An exact decimal with twelve decimals, as files are computed with; floats never appear. */
export type Scaled = bigint;

/** "2.55", "1e5", "-0.3" → scaled; null when it is no number. Decimals past the twelfth are cut. */
export function readScaled(text: string): Scaled | null {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > 18 || whole.length > 18) return null;
  const digits = BigInt(whole + fraction);
  const shift = SCALE - fraction.length + exponent;
  const value = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  return sign === '-' ? -value : value;
}

/** Writes with `decimals` decimals, rounded half away from zero. */
export function writeScaled(value: Scaled, decimals: number): string {
  return formatDecimal(divide(value, 10n ** BigInt(SCALE - decimals), 'HALF_UP'), decimals);
}

/** left × right. */
export const multiplyScaled = (left: Scaled, right: Scaled): Scaled => (left * right) / ONE;

/** left / right, half away from zero; null when right is zero. */
export function divideScaled(left: Scaled, right: Scaled): Scaled | null {
  if (right === 0n) return null;
  return right < 0n ? divide(-left * ONE, -right, 'HALF_UP') : divide(left * ONE, right, 'HALF_UP');
}

/** An id that a spreadsheet turned into a number, made whole again: "17850.0" → "17850", "9e+05" → "900000"; other texts stay. */
export function wholeId(text: string): string {
  const value = /[.eE]/.test(text) ? readScaled(text) : null;
  return value !== null && value % ONE === 0n ? (value / ONE).toString() : text.trim();
}
