import { z } from 'zod';
import { defineEvent } from '../define-event';
import { SHORTFALL_POLICIES } from '../quote';
import { day, instant, minor } from './amounts';

export const productSnapshotSchema = z.object({
  sku: z.string(),
  revision: z.int(),
  name: z.string(),
  categoryPath: z.string(),
  brand: z.string().nullable(),
  priceMinor: minor.nullable(),
  costMinor: minor.nullable(),
  /** Values of declared attributes by key; a list has several texts. */
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
  season: z.string().nullable().optional(),
  status: z.enum(['ACTIVE', 'DISCONTINUED']).optional(),
  /** When it took these values: a sale before is of the revision before. */
  validFrom: instant.optional(),
});
export type ProductSnapshot = z.infer<typeof productSnapshotSchema>;

export const ProductsImported = defineEvent({
  subject: 'promotions.products.imported.v1',
  summary: 'Products as of now, after an import or an edit, in chunks. Keep the highest revision of each.',
  schema: z.object({ products: z.array(productSnapshotSchema) }),
});

export const PromotionChanged = defineEvent({
  subject: 'promotions.promotion.changed.v1',
  summary: 'A promotion was saved or changed its status. Keep the highest revision of each.',
  schema: z.object({
    promotionId: z.string(),
    /** Counts changes of what it does. */
    version: z.int(),
    /** Counts every change, of its status too. */
    revision: z.int().optional(),
    name: z.string(),
    /** Template that it began as, or the kind of its first effect. */
    mechanic: z.string(),
    status: z.enum(['DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED', 'ENDED']),
    /** True: a draft that is no more. */
    deleted: z.boolean().optional(),
    changedAt: instant,
  }),
});

export const ApprovalChanged = defineEvent({
  subject: 'promotions.approval.changed.v1',
  summary: 'Somebody asked a colleague to approve a version of a promotion, or the colleague decided.',
  schema: z.object({
    promotionId: z.string(),
    version: z.int(),
    status: z.enum(['WAITING', 'APPROVED', 'REJECTED']),
    /** Who asked or decided. */
    actorId: z.string(),
    comment: z.string().nullable(),
    at: instant,
  }),
});

export const AssignmentRecorded = defineEvent({
  subject: 'promotions.assignment.recorded.v1',
  summary:
    'A confirmed sale showed for the first time which group of a promotion a member is in. Once for each member and promotion.',
  schema: z.object({
    assignments: z.array(
      z.object({
        promotionId: z.string(),
        version: z.int(),
        memberId: z.string(),
        /** CONTROL: would have been given it, and was held out. */
        group: z.enum(['CONTROL', 'GIVEN']),
        /** Key of the variant that was given; null for the plain one, and for CONTROL. */
        variant: z.string().nullable(),
        at: instant,
      }),
    ),
  }),
});

export const ProgrammeChanged = defineEvent({
  subject: 'promotions.programme.changed.v1',
  summary: 'How points are earned and spent changed; the settings from now on.',
  schema: z.object({
    version: z.int(),
    earnBasisPoints: z.int(),
    payableBasisPoints: z.int(),
    roundingStepMinor: minor,
    roundingMode: z.enum(['DOWN', 'HALF_UP']),
    activationDays: z.int(),
    lifetimeDays: z.int().nullable(),
    shortfallPolicy: z.enum(SHORTFALL_POLICIES).optional(),
    changedAt: instant,
  }),
});

const holidaySnapshotSchema = z.object({
  /** YYYY-MM-DD, by every store's own clock. */
  day: z.string(),
  /** What promotions call it; a day may have several. */
  key: z.string(),
  revision: z.int(),
  /** PUBLIC and DAY_OFF: people are off. WORKING: they work, though it is a weekend. Null: it is not in the calendar any more. */
  kind: z.enum(['PUBLIC', 'RETAIL', 'WORKING', 'DAY_OFF']).nullable(),
});
export type HolidaySnapshot = z.infer<typeof holidaySnapshotSchema>;

export const HolidayChanged = defineEvent({
  subject: 'promotions.holiday.changed.v1',
  summary: "Days of the chain's calendar as of now. Keep the highest revision of each day and key.",
  schema: z.object({ holidays: z.array(holidaySnapshotSchema) }),
});

export const CouponGuessing = defineEvent({
  subject: 'promotions.coupon.guessing.v1',
  summary: 'Somebody is trying codes that do not exist. Told once of each incident, when it begins.',
  schema: z.object({
    incidentId: z.uuid(),
    /** Who is counted: a partner's key, a till, or a member. */
    kind: z.enum(['KEY', 'TILL', 'MEMBER']),
    keyName: z.string(),
    storeId: z.string(),
    tillId: z.string().nullable(),
    memberId: z.uuid().nullable(),
    /** Unknown codes so far. */
    guesses: z.int(),
    since: instant,
  }),
});

/** Coupons of one kind, as far as it matters for whether theirs can be used. */
const couponPoolSnapshot = z.object({
  poolId: z.uuid(),
  revision: z.int(),
  status: z.enum(['OPEN', 'CLOSED', 'DELETED']),
  /** First and last day of all its coupons; null: no bound. */
  validFrom: day.nullable(),
  validUntil: day.nullable(),
});
export type CouponPoolSnapshot = z.infer<typeof couponPoolSnapshot>;

/** A coupon that was issued to a member. */
const memberCouponSnapshot = z.object({
  /** Made of the code, which it does not give away. */
  couponId: z.guid(),
  memberId: z.uuid(),
  poolId: z.uuid(),
  /** Of two tellings of a coupon the higher is the later. */
  revision: z.int(),
  /** Whose sale issued it; null: staff or another system did, or nobody kept it. */
  promotionId: z.string().nullable(),
  /** USED: up. That its days are over is read off them. */
  status: z.enum(['OPEN', 'USED', 'REVOKED']),
  /** Sales that used it and were not given back. */
  uses: z.int(),
  issuedAt: instant,
  /** Its own first and last day, which those of the pool may narrow; null: the pool's. */
  validFrom: day.nullable(),
  validUntil: day.nullable(),
});
export type MemberCouponSnapshot = z.infer<typeof memberCouponSnapshot>;

/** What a member's purchase did with a coupon of whatever kind. */
const couponUseSnapshot = z.object({
  couponId: z.guid(),
  purchaseId: z.string(),
  memberId: z.uuid(),
  poolId: z.uuid(),
  revision: z.int(),
  /** False: the purchase came back, and the coupon with it. */
  counts: z.boolean(),
  /** When the purchase was booked, or came back. */
  at: instant,
  /** Promotions that took it, as far as anybody knows. */
  takenBy: z.array(z.string()),
});
export type CouponUseSnapshot = z.infer<typeof couponUseSnapshot>;

export const CouponsTold = defineEvent({
  subject: 'promotions.coupons.told.v1',
  summary:
    'Coupons of members, pools and what purchases did with coupons, as of now, in chunks. Codes that are nobody’s are not told. Keep the highest revision of each.',
  schema: z.object({
    pools: z.array(couponPoolSnapshot),
    coupons: z.array(memberCouponSnapshot),
    uses: z.array(couponUseSnapshot),
  }),
});
