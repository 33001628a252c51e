import { z } from 'zod';
import { defineEvent } from '../define-event';
import { instant } from './amounts';

const limitState = z.object({
  /** From `limitKeyOf`. */
  key: z.string(),
  kind: z.string(),
  promotionId: z.string().nullable(),
  /** The member, store, card or coupon it is counted for; null for all. */
  subject: z.string().nullable(),
  /** In minor units, or uses: a raised limit is not the one that was exhausted. */
  max: z.int(),
  periodEndsAt: instant.nullable(),
});
export type LimitState = z.infer<typeof limitState>;
const limitStates = z.object({ asOf: instant, limits: z.array(limitState) });

export const LimitExhausted = defineEvent({
  subject: 'ledger.limit.exhausted.v1',
  summary: 'Nothing is left of these limits, or a sale was refused; in chunks. Offer no more what needs them.',
  schema: limitStates,
});

export const LimitFreed = defineEvent({
  subject: 'ledger.limit.freed.v1',
  summary: 'Something came back to these limits, or there is more of them; in chunks.',
  schema: limitStates,
});
