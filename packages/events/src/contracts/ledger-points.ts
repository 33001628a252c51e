import { z } from 'zod';
import { defineEvent } from '../define-event';
import { day, instant, minor } from './amounts';

const pointsMovement = z.object({
  /** Id of the journal entry. */
  entryId: z.uuid(),
  memberId: z.uuid(),
  legalEntity: z.string(),
  amountMinor: minor,
  occurredAt: instant,
  businessDay: day,
});
export type PointsMovement = z.infer<typeof pointsMovement>;

export const PointsExpired = defineEvent({
  subject: 'ledger.points.expired.v1',
  summary: 'Lots reached their expiry, in chunks.',
  schema: z.object({ movements: z.array(pointsMovement) }),
});

export const PointsActivated = defineEvent({
  subject: 'ledger.points.activated.v1',
  summary: 'Pending lots became spendable, in chunks.',
  schema: z.object({ movements: z.array(pointsMovement) }),
});

export const PointsGranted = defineEvent({
  subject: 'ledger.points.granted.v1',
  summary: 'Points given outside a purchase: opening balances, goodwill, campaigns; in chunks.',
  schema: z.object({ reason: z.enum(['OPENING_BALANCE', 'GRANT', 'ADJUSTMENT']), movements: z.array(pointsMovement) }),
});

export const PointsDeducted = defineEvent({
  subject: 'ledger.points.deducted.v1',
  summary: 'Points taken outside a purchase: corrections, and gifts that are undone, by hand or in bulk; in chunks.',
  schema: z.object({ reason: z.enum(['OPENING_BALANCE', 'GRANT', 'ADJUSTMENT']), movements: z.array(pointsMovement) }),
});

export const PointsCrossed = defineEvent({
  subject: 'ledger.points.crossed.v1',
  summary:
    'Points of one legal entity paid in a store of another, or a debt of it, in chunks: by how much more each owes its members than the event of the same entry says. Sums to zero over an entry; told behind the tills, seconds after.',
  schema: z.object({ movements: z.array(pointsMovement) }),
});
