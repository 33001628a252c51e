import type { BasketLine } from './basket';

/** What is wrong with a basket, in one sentence, and on which line when it is one. */
export interface BasketFault {
  lineNo: number | null;
  message: string;
}

const LINES_MAX = 1_000;
/** A million units, in thousandths. */
const QUANTITY_MILLI_MAX = 1_000_000_000n;
/** Ten billion in the programme currency, for one unit. */
const PRICE_MINOR_MAX = 1_000_000_000_000n;

/** The first fault of the lines; null when they can be priced. */
export function checkBasket(lines: readonly BasketLine[]): BasketFault | null {
  if (lines.length === 0) return { lineNo: null, message: 'The basket has no lines.' };
  if (lines.length > LINES_MAX) return { lineNo: null, message: `The basket has more than ${LINES_MAX} lines.` };
  const seen = new Set<number>();
  for (const line of lines) {
    const fault = seen.has(line.lineNo) ? 'the number is used twice.' : checkLine(line);
    if (fault !== null) return { lineNo: line.lineNo, message: `Line ${line.lineNo}: ${fault}` };
    seen.add(line.lineNo);
  }
  return null;
}

function checkLine(line: BasketLine): string | null {
  if (!Number.isSafeInteger(line.lineNo) || line.lineNo < 1) return 'the number must be a positive integer.';
  if (line.sku.trim() === '') return 'the SKU is empty.';
  if (line.quantityMilli <= 0n) return 'the quantity must be above zero.';
  if (line.quantityMilli > QUANTITY_MILLI_MAX) return 'the quantity is above one million.';
  if (line.priceMinor < 0n) return 'the price is negative.';
  if (line.priceMinor > PRICE_MINOR_MAX) return 'the price is above ten billion.';
  if (line.minPriceMinor !== null && line.minPriceMinor < 0n) return 'the minimum price is negative.';
  return null;
}
