import { z } from 'zod';
import { quotePayloadSchema, type QuotePayload, type QuotedPromotion } from './quote';

type QuotedLine = QuotePayload['lines'][number];

/** Place of a text among `texts`. */
type Place = number;
type PackedDiscount = readonly [promotion: Place, amountMinor: number, reason: Place];

type PackedLine = readonly [
  ...head: [lineNo: number, sku: string, name: string | null, category: Place | null, brand: Place | null],
  ...sums: [quantityMilli: number, priceMinor: number, costMinor: number | null],
  ...off: [discounts: readonly PackedDiscount[], pointsSpentMinor: number, payableMinor: number],
  ...earned: [pointsEarnedMinor: number, promotions: readonly Place[]],
];

type PackedPromotion = readonly [
  promotion: Place,
  version: number,
  variant: string | null,
  heldOut: 0 | 1,
  pointsMinor?: number | null,
  pointsByLine?: readonly (readonly [lineNo: number, pointsMinor: number])[],
];

/** A quote's payload as it is signed: rows without names, and each promotion, category, brand and reason said once. */
export interface PackedQuote extends Omit<QuotePayload, 'v' | 'lines' | 'promotions'> {
  readonly v: 2;
  readonly texts: readonly string[];
  readonly lines: readonly PackedLine[];
  readonly promotions?: readonly PackedPromotion[];
}

/** What a signature covers, read: packed, or written out as it was before. Use it after the signature was checked. */
export const signedQuoteSchema = z.preprocess(
  (signed) => (isPacked(signed) ? unpackQuote(signed) : signed),
  quotePayloadSchema,
);

/** Half the bytes to sign and to carry: a till sends every quote twice. */
export function packQuote({ lines, promotions, ...rest }: QuotePayload): PackedQuote {
  const places = new Map<string, Place>();
  const placeOf = (text: string): Place => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  const packedLines = lines.map((line) => packLine(line, placeOf));
  const packed = promotions?.map((promotion) => packPromotion(promotion, placeOf));
  return {
    ...rest,
    v: 2,
    lines: packedLines,
    ...(packed !== undefined && { promotions: packed }),
    texts: [...places.keys()],
  };
}

function packLine(line: QuotedLine, placeOf: (text: string) => Place): PackedLine {
  const placeOrNull = (text: string | null): Place | null => (text === null ? null : placeOf(text));
  return [
    line.lineNo,
    line.sku,
    line.name,
    placeOrNull(line.categoryPath),
    placeOrNull(line.brand),
    line.quantityMilli,
    line.priceMinor,
    line.costMinor,
    line.discounts.map(({ promotionId, amountMinor, reason }) => [placeOf(promotionId), amountMinor, placeOf(reason)]),
    line.pointsSpentMinor,
    line.payableMinor,
    line.pointsEarnedMinor,
    line.promotionIds.map(placeOf),
  ];
}

function packPromotion(promotion: QuotedPromotion, placeOf: (text: string) => Place): PackedPromotion {
  const { promotionId, version, variant, heldOut, pointsMinor, pointsByLine } = promotion;
  const row = [placeOf(promotionId), version, variant, heldOut ? 1 : 0] as const;
  if (pointsByLine)
    return [...row, pointsMinor ?? null, pointsByLine.map((line) => [line.lineNo, line.pointsMinor] as const)];
  return pointsMinor === undefined ? row : [...row, pointsMinor];
}

const isPacked = (signed: unknown): signed is PackedQuote =>
  typeof signed === 'object' && signed !== null && 'v' in signed && signed.v === 2;

function unpackQuote({ texts, lines, promotions, ...rest }: PackedQuote): QuotePayload {
  // A place that is none of them gives what the schema refuses.
  const at = (place: Place): string => texts[place] as string;
  return {
    ...rest,
    v: 1,
    lines: lines.map((line) => unpackLine(line, at)),
    ...(promotions !== undefined && { promotions: promotions.map((row) => unpackPromotion(row, at)) }),
  };
}

function unpackLine(line: PackedLine, at: (place: Place) => string): QuotedLine {
  const [lineNo, sku, name, category, brand, quantityMilli, priceMinor, costMinor, discounts, ...paid] = line;
  const [pointsSpentMinor, payableMinor, pointsEarnedMinor, promotions] = paid;
  return {
    ...{ lineNo, sku, name, quantityMilli, priceMinor, costMinor },
    categoryPath: category === null ? null : at(category),
    brand: brand === null ? null : at(brand),
    discounts: discounts.map(([promotion, amountMinor, reason]) => ({
      promotionId: at(promotion),
      amountMinor,
      reason: at(reason),
    })),
    ...{ pointsSpentMinor, payableMinor, pointsEarnedMinor },
    promotionIds: promotions.map(at),
  };
}

function unpackPromotion(row: PackedPromotion, at: (place: Place) => string): QuotedPromotion {
  const [promotion, version, variant, heldOut, pointsMinor, pointsByLine] = row;
  return {
    ...{ promotionId: at(promotion), version, variant, heldOut: heldOut === 1 },
    ...(pointsMinor !== undefined && pointsMinor !== null && { pointsMinor }),
    ...(pointsByLine && {
      pointsByLine: pointsByLine.map(([lineNo, linePoints]) => ({ lineNo, pointsMinor: linePoints })),
    }),
  };
}
