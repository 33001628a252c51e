import fc from 'fast-check';
import { packQuote, signedQuoteSchema, type QuotePayload } from '.';

const text = fc.string({ maxLength: 8 });
const minor = fc.nat(1_000_000);
const orNull = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const line = fc.record({
  lineNo: fc.integer({ min: 1, max: 1_000 }),
  sku: text,
  name: orNull(text),
  categoryPath: orNull(text),
  brand: orNull(text),
  quantityMilli: minor,
  priceMinor: minor,
  costMinor: orNull(minor),
  discounts: fc.array(fc.record({ promotionId: text, amountMinor: minor, reason: text }), { maxLength: 3 }),
  pointsSpentMinor: minor,
  payableMinor: minor,
  pointsEarnedMinor: minor,
  promotionIds: fc.array(text, { maxLength: 3 }),
});
const promotion = fc.record(
  {
    ...{ promotionId: text, version: fc.nat(99), variant: orNull(text), heldOut: fc.boolean(), pointsMinor: minor },
    pointsByLine: fc.array(fc.record({ lineNo: fc.nat(99), pointsMinor: minor }), { maxLength: 3 }),
  },
  { requiredKeys: ['promotionId', 'version', 'variant', 'heldOut'] },
);
const quotes: fc.Arbitrary<QuotePayload> = fc
  .record({
    lines: fc.array(line, { maxLength: 5 }),
    promotions: fc.option(fc.array(promotion, { maxLength: 4 }), { nil: undefined }),
  })
  .map(({ lines, promotions }) => ({
    ...{ v: 1 as const, quoteId: '01900000-0000-7000-8000-000000000001', storeId: 'S1', tillId: null, memberId: null },
    ...{ issuedAt: '2026-11-22T10:00:00.000Z', expiresAt: '2026-11-22T10:15:00.000Z' },
    ...{ occurredAt: '2026-11-22T10:00:00.000Z', totalMinor: 1, discountMinor: 0, pointsSpentMinor: 0 },
    ...{ payableMinor: 1, pointsEarnedMinor: 0, activationDays: 14, lifetimeDays: null, lines, limits: [] },
    ...(promotions !== undefined && { promotions }),
  }));

const wired = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('is read back from its packed form as it was', () => {
  fc.assert(
    fc.property(quotes, (quote) => {
      expect(signedQuoteSchema.parse(wired(packQuote(quote)))).toEqual(quote);
    }),
  );
});

it('is read as it was written before it was packed', () => {
  fc.assert(fc.property(quotes, (quote) => expect(signedQuoteSchema.parse(wired(quote))).toEqual(quote)));
});

it('refuses a place that no text has', () => {
  fc.assert(
    fc.property(quotes, (quote) => {
      fc.pre(quote.lines.some(({ brand }) => brand !== null));
      expect(signedQuoteSchema.safeParse({ ...packQuote(quote), texts: [] }).success).toBe(false);
    }),
  );
});
