import { z } from 'zod';
import { day, instant, milli, minor } from './contracts/amounts';
import { LIMIT_KIND_NAMES } from './limits';

/** Something that the sale uses up; `amount` and `max` in the limit's own unit. */
const quotedLimitSchema = z.object({
  /** From `limitKeyOf`. */
  key: z.string(),
  amount: z.int(),
  max: z.int(),
  /** Grows whenever `max` changes: the newest wins. */
  revision: z.int().optional(),
  kind: z.enum(LIMIT_KIND_NAMES).optional(),
  /** What people call it. */
  label: z.string().optional(),
  promotionId: z.string().nullish(),
  /** The member, store, card or coupon it is counted for; null for all. */
  subject: z.string().nullish(),
  /** When a daily counter is over. */
  periodEndsAt: instant.nullish(),
});
export type QuotedLimit = z.infer<typeof quotedLimitSchema>;

/** A promotion that priced a sale, or would have but for a control group. */
export const quotedPromotionSchema = z.object({
  promotionId: z.string(),
  version: z.int(),
  /** Which of its variants the member has; null for the plain one. */
  variant: z.string().nullable(),
  /** True: the member is in a control group and got nothing of it. */
  heldOut: z.boolean(),
  /** Points it added to what the programme gives; absent when none, or when nobody kept it. */
  pointsMinor: minor.optional(),
  /** Those points, by the line that earned them; absent when none, or when nobody kept it. */
  pointsByLine: z.array(z.object({ lineNo: z.int(), pointsMinor: minor })).optional(),
});
export type QuotedPromotion = z.infer<typeof quotedPromotionSchema>;

/**
 * What a return does about earned points that were spent already: NEGATIVE shows a balance below zero, RECOVER shows zero and takes
 * them from the next points, WITHHOLD keeps their worth back from the refund.
 */
export const SHORTFALL_POLICIES = ['NEGATIVE', 'RECOVER', 'WITHHOLD'] as const;
export type ShortfallPolicy = (typeof SHORTFALL_POLICIES)[number];

/** A coupon that a sale issues: good as soon as the sale is in the books. */
export const issuedCouponSchema = z.object({
  code: z.string(),
  poolId: z.string(),
  promotionId: z.string(),
  /** For the end of the receipt, in the customer's language. */
  text: z.array(z.string()),
  /** What a barcode or QR code on the receipt says. */
  barcode: z.string(),
  /** First and last day, of the store where it is shown; null: no bound. */
  validFrom: day.nullable(),
  validUntil: day.nullable(),
});
export type IssuedCoupon = z.infer<typeof issuedCouponSchema>;

/**
 * What a signed quote carries from promotions to the ledger (JWS payload, EdDSA): prices, points and everything the sale
 * consumes. The ledger trusts the signature and checks the sums.
 */
export const quotePayloadSchema = z.object({
  v: z.literal(1),
  quoteId: z.uuid(),
  issuedAt: instant,
  expiresAt: instant,
  storeId: z.string(),
  tillId: z.string().nullable(),
  occurredAt: instant,
  memberId: z.uuid().nullable(),
  totalMinor: minor,
  discountMinor: minor,
  pointsSpentMinor: minor,
  payableMinor: minor,
  pointsEarnedMinor: minor,
  /** Days until the points can be spent, in the store's days. */
  activationDays: z.int(),
  /** Days from activation to expiry; null never. */
  lifetimeDays: z.int().nullable(),
  lines: z.array(
    z.object({
      lineNo: z.int(),
      sku: z.string(),
      name: z.string().nullable(),
      categoryPath: z.string().nullable(),
      brand: z.string().nullable(),
      quantityMilli: milli,
      priceMinor: minor,
      /** Cost of the line's goods, for margins; null when unknown. */
      costMinor: minor.nullable(),
      discounts: z.array(z.object({ promotionId: z.string(), amountMinor: minor, reason: z.string() })),
      pointsSpentMinor: minor,
      /** Paid in money: price × quantity − discounts − points. */
      payableMinor: minor,
      pointsEarnedMinor: minor,
      /** Promotions that touched the line's price or points. */
      promotionIds: z.array(z.string()),
    }),
  ),
  /** What the sale uses up. */
  limits: z.array(quotedLimitSchema),
  /** Promotions that priced it, with the versions that did, and those that the member is held out of. */
  promotions: z.array(quotedPromotionSchema).optional(),
  /** The terms of the sale hold for its returns; RECOVER when absent. */
  shortfallPolicy: z.enum(SHORTFALL_POLICIES).optional(),
  /** Coupons that the sale issues. */
  couponsIssued: z.array(issuedCouponSchema).optional(),
  /** Where it is sold; POS when absent. */
  channel: z.enum(['POS', 'ONLINE', 'APP']).optional(),
  /** How it must be paid, when the price depends on it. Absent: any way. */
  tenders: z.array(z.object({ tender: z.string(), amountMinor: minor })).optional(),
});
export type QuotePayload = z.infer<typeof quotePayloadSchema>;

/** Domain separation: the JWS header's `typ`, so that no other token of ours passes for a quote. */
export const QUOTE_TYP = 'adal-quote+jws';
