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
  }),
});
