import { z } from 'zod';
import { defineEvent } from '../define-event';
import { SHORTFALL_POLICIES } from '../quote';
import { instant, minor } from './amounts';

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
