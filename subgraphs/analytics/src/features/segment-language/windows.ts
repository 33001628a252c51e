import { z } from 'zod';

const day = z.iso.date();

/** Days of the store's own calendar, as seen from the chain's today. Both ends are inside. */
export const windowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('EVER') }),
  /** Today and the days before it, so many in all. */
  z.strictObject({ kind: z.literal('LAST_DAYS'), days: z.int().min(1).max(3_650) }),
  z.strictObject({ kind: z.literal('BETWEEN'), from: day, to: day }),
  /** The week (from Monday), month, quarter or year of today, or so many before it. */
  z.strictObject({
    kind: z.literal('CALENDAR'),
    unit: z.enum(['WEEK', 'MONTH', 'QUARTER', 'YEAR']),
    ago: z.int().min(0).max(120),
  }),
]);
export type Window = z.infer<typeof windowSchema>;

/** Days from today on: 0 to 0 is today. */
const ahead = { fromDays: z.int().min(0).max(366), toDays: z.int().min(0).max(366) };
export const aheadSchema = z.union([
  z.strictObject({ kind: z.literal('DAYS'), ...ahead }),
  /** Monday to Sunday, or the whole month. */
  z.strictObject({ kind: z.literal('CALENDAR'), unit: z.enum(['WEEK', 'MONTH']), ahead: z.int().min(0).max(12) }),
]);
export type Ahead = z.infer<typeof aheadSchema>;
