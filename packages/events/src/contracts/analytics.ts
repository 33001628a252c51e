import { z } from 'zod';
import { defineEvent } from '../define-event';
import { instant } from './amounts';

/** Who entered and who left a segment. */
export const SegmentChanged = defineEvent({
  subject: 'analytics.segment.changed.v1',
  summary:
    'Members entered and left a segment, in chunks of hundreds. Of each member and segment keep what the highest sequence says.',
  schema: z.object({
    segmentId: z.string(),
    /** Grows with every refresh of the segment. */
    sequence: z.int(),
    at: instant,
    joined: z.array(z.uuid()),
    left: z.array(z.uuid()),
    /** True for a group: members that somebody listed, where a segment follows a definition. */
    isGroup: z.boolean().optional(),
  }),
});

/** Who moved between cells of an RFM grid. */
export const RfmMoved = defineEvent({
  subject: 'analytics.rfm.moved.v1',
  summary:
    'Members moved between cells of an RFM grid, in chunks of hundreds: by what they bought or by the bounds of a new day. Each move once.',
  schema: z.object({
    /** PURCHASES_BUDGET, RECENCY_FREQUENCY or CLASSIC. */
    gridId: z.string(),
    at: instant,
    /** Keys of cells; null is off the grid, without a purchase in its window. */
    moves: z.array(z.object({ memberId: z.uuid(), from: z.string().nullable(), to: z.string().nullable() })),
  }),
});
