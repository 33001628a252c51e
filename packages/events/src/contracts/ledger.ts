import { z } from 'zod';
import { defineEvent } from '../define-event';
import { blockHeaderSchema } from '../proof/block-header';
import { issuedCouponSchema, quotedPromotionSchema } from '../quote';
import { day, instant, milli, minor } from './amounts';

/** A line of a receipt as booked; category and brand as of the sale, null when unknown; discounts by promotion, not on returns. */
export const bookedLineSchema = z.object({
  lineNo: z.int(),
  sku: z.string(),
  name: z.string().nullable(),
  categoryPath: z.string().nullable(),
  brand: z.string().nullable(),
  quantityMilli: milli,
  priceMinor: minor,
  discountMinor: minor,
  /** Paid in money; negative on a return. */
  amountMinor: minor,
  costMinor: minor.nullable(),
  pointsSpentMinor: minor,
  pointsEarnedMinor: minor,
  promotionIds: z.array(z.string()),
  discounts: z.array(z.object({ promotionId: z.string(), amountMinor: minor })).optional(),
});
export type BookedLine = z.infer<typeof bookedLineSchema>;

/** A receipt as booked. A sale has positive sums; a return receipt has negative ones. */
export const bookedReceiptSchema = z.object({
  purchaseId: z.string(),
  kind: z.enum(['SALE', 'RETURN']),
  receiptNumber: z.string().nullable(),
  storeId: z.string(),
  tillId: z.string().nullable(),
  cashierId: z.string().nullable(),
  memberId: z.uuid().nullable(),
  occurredAt: instant,
  recordedAt: instant,
  /** In the store's time zone; the hour from 0 to 23. */
  businessDay: day,
  businessHour: z.int(),
  legalEntity: z.string(),
  totalMinor: minor,
  discountMinor: minor,
  payableMinor: minor,
  pointsSpentMinor: minor,
  pointsEarnedMinor: minor,
  /** False for imported history whose points columns were only recorded. */
  pointsBooked: z.boolean(),
  lines: z.array(bookedLineSchema),
  /** Of a return: the sale it takes from; absent when it names none. Its lines have the numbers of that sale. */
  originalPurchaseId: z.string().nullish(),
  /** When and where that sale was, by the store's clock; absent when nobody knows it. */
  original: z.object({ storeId: z.string(), businessDay: day, businessHour: z.int() }).optional(),
  /** Where it was sold, and how it was paid; absent when nobody said. */
  channel: z.enum(['POS', 'ONLINE', 'APP']).nullish(),
  payments: z.array(z.object({ tender: z.string(), amountMinor: minor })).optional(),
  /** On a return: of the sale's, with the points that go back as negative figures, where it is known which lines had earned them. */
  promotions: z.array(quotedPromotionSchema).optional(),
  /** Of an imported return: points that had expired and no longer have, as `ledger.purchase.returned.v1` tells of a till's. */
  unexpiredMinor: minor.optional(),
  /** Of an imported return that names no sale: earned points that nobody has any more and that stay earned. */
  keptMinor: minor.optional(),
});
export type BookedReceipt = z.infer<typeof bookedReceiptSchema>;

const balance = z.object({ availableMinor: minor, pendingMinor: minor, heldMinor: minor, owedMinor: minor.optional() });

export const PurchaseConfirmed = defineEvent({
  subject: 'ledger.purchase.confirmed.v1',
  summary: 'A till booked a sale; balance is null for an anonymous one.',
  schema: z.object({
    receipt: bookedReceiptSchema,
    balance: balance.nullable(),
    pointsActivateAt: instant.nullable(),
    pointsExpireAt: instant.nullable(),
    /** Codes of the coupons it used. */
    couponsUsed: z.array(z.string()).optional(),
    /** Coupons it issued. */
    couponsIssued: z.array(issuedCouponSchema).optional(),
  }),
});

export const PurchaseReturned = defineEvent({
  subject: 'ledger.purchase.returned.v1',
  summary:
    'A sale came back, wholly or partly. `receipt` has negative sums, kind RETURN and purchaseId = the return id.',
  schema: z.object({
    returnId: z.string(),
    originalPurchaseId: z.string(),
    receipt: bookedReceiptSchema,
    balance: balance.nullable(),
    /** Of the money of `receipt`, what was kept back for points that were earned, spent and not covered. */
    withheldMinor: minor.optional(),
    /** Points that had expired and no longer have, for they would have paid for what was bought later; below zero: more have. */
    unexpiredMinor: minor.optional(),
    /** Codes of coupons that the sale had used and that may be used again. */
    couponsFreed: z.array(z.string()).optional(),
    /** Coupons that the sale had issued, once all of it has come back. */
    couponsWithdrawn: z.array(issuedCouponSchema).optional(),
  }),
});

export const ReservationHeld = defineEvent({
  subject: 'ledger.reservation.held.v1',
  summary: 'A till holds coupons for a purchase. Told of reservations with coupons alone.',
  schema: z.object({
    purchaseId: z.string(),
    memberId: z.uuid().nullable(),
    storeId: z.string(),
    heldAt: instant,
    expiresAt: instant,
    /** Codes. */
    coupons: z.array(z.string()),
  }),
});

export const ReservationReleased = defineEvent({
  subject: 'ledger.reservation.released.v1',
  summary: 'Coupons that a till held are free again: the reservation was cancelled, or its time has passed.',
  schema: z.object({
    purchaseId: z.string(),
    memberId: z.uuid().nullable(),
    releasedAt: instant,
    /** Codes. */
    coupons: z.array(z.string()),
  }),
});

export const ReceiptsImported = defineEvent({
  subject: 'ledger.receipts.imported.v1',
  summary: 'Receipts of an import, sales and returns, in chunks of at most 512 KB. Fires no live trigger.',
  schema: z.object({ importId: z.string(), receipts: z.array(bookedReceiptSchema) }),
});

export const AdjustmentChanged = defineEvent({
  subject: 'ledger.adjustment.changed.v1',
  summary: 'An adjustment of points was proposed, booked, rejected, withdrawn, undone, or nobody decided in time.',
  schema: z.object({
    adjustmentId: z.string(),
    memberId: z.uuid(),
    status: z.enum(['PROPOSED', 'BOOKED', 'REJECTED', 'WITHDRAWN', 'LAPSED', 'UNDONE']),
    /** What was asked for: negative takes points. */
    amountMinor: minor,
    reason: z.string(),
    /** Who did it. */
    actorId: z.string(),
    occurredAt: instant,
  }),
});

export const LotsExtended = defineEvent({
  subject: 'ledger.lots.extended.v1',
  summary: 'Lots were given more time by staff or a campaign. Their points did not change.',
  schema: z.object({
    extensionId: z.string(),
    reason: z.string(),
    lots: z.array(
      z.object({
        lotId: z.uuid(),
        memberId: z.uuid(),
        legalEntity: z.string(),
        /** What was left of the lot then. */
        leftMinor: minor,
        oldExpiresAt: instant,
        newExpiresAt: instant,
      }),
    ),
  }),
});

const lotSnapshot = z.object({
  lotId: z.uuid(),
  memberId: z.uuid(),
  /** Of two tellings of a lot the higher is the later. */
  revision: z.int(),
  status: z.enum(['PENDING', 'ACTIVE', 'SPENT', 'EXPIRED']),
  leftMinor: minor,
  activatesAt: instant,
  /** Null: never. */
  expiresAt: instant.nullable(),
  source: z.enum(['PURCHASE', 'GRANT', 'OPENING_BALANCE', 'RETURN', 'ADJUSTMENT']),
  legalEntity: z.string(),
});
export type LotSnapshot = z.infer<typeof lotSnapshot>;

export const LotsTold = defineEvent({
  subject: 'ledger.lots.told.v1',
  summary:
    'Lots that changed, as of now, in chunks: told behind the tills, seconds after. Keep the highest revision of each.',
  schema: z.object({ lots: z.array(lotSnapshot) }),
});

export const storeSnapshotSchema = z.object({
  storeId: z.string(),
  revision: z.int(),
  name: z.string(),
  city: z.string(),
  brand: z.string().nullable(),
  banner: z.string().nullable(),
  format: z.string().nullable(),
  legalEntity: z.string(),
  openedOn: day.nullable(),
  closedOn: day.nullable(),
  timeZone: z.string(),
});
export type StoreSnapshot = z.infer<typeof storeSnapshotSchema>;

export const StoreSaved = defineEvent({
  subject: 'ledger.store.saved.v1',
  summary: 'Stores as of now, after any change. Keep the highest revision of each.',
  schema: z.object({ stores: z.array(storeSnapshotSchema) }),
});

export const ChainExtended = defineEvent({
  subject: 'ledger.chain.extended.v1',
  summary:
    'A block was added to the hash chain of the books. Who keeps `root` can tell later whether anything before was rewritten.',
  schema: blockHeaderSchema.extend({ root: z.string() }),
});
