import { z } from 'zod';

/** CloudEvents 1.0 in JSON, with correlation and causation ids as extensions. */
export const envelopeSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string(),
  type: z.string(),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json'),
  correlationid: z.string(),
  causationid: z.string().optional(),
  data: z.unknown(),
});

/** What travels on the wire. */
export type Envelope = z.infer<typeof envelopeSchema>;

/** What a handler is given. */
export interface ReceivedEvent<T> {
  readonly id: string;
  readonly subject: string;
  readonly occurredAt: Date;
  readonly correlationId: string;
  readonly data: T;
}

/** Whom an event follows from. */
export interface EventOrigin {
  readonly correlationId: string;
  /** Id of the event that caused this one, in a handler. */
  readonly causationId?: string;
  readonly now: Date;
}
