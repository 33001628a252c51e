/** EAN-13 numbers that begin with 29 are for a shop's own use, so a virtual card never looks like a product. */
const VIRTUAL_PREFIX = '29';
/** Digits of a virtual card between prefix and check digit. */
export const VIRTUAL_SERIALS = 10 ** 10;

/** A card number without blanks; null unless it is 4 to 32 letters, digits and hyphens. */
export function readCardNumber(text: string): string | null {
  const number = text.replace(/\s/g, '');
  return /^[0-9A-Za-z-]{4,32}$/.test(number) ? number : null;
}

/** The number of a virtual card: an EAN-13, which every till's scanner reads and checks. */
export function virtualCardNumber(serial: number): string {
  const digits = VIRTUAL_PREFIX + String(serial).padStart(10, '0');
  return digits + checkDigit(digits);
}

/** EAN-13: digits weighted 1, 3, 1, 3 … and the check digit sum to a multiple of ten. */
export function checkDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}
