import { z } from 'zod';
import { defineEvent } from '../define-event';
import { instant } from './amounts';

const message = z.object({
  messageId: z.uuid(),
  memberId: z.uuid().nullable(),
  channel: z.enum(['EMAIL']),
  template: z.string(),
  purpose: z.enum(['TRANSACTIONAL', 'MARKETING']),
  at: instant,
});

export const MessageSent = defineEvent({
  subject: 'communications.message.sent.v1',
  summary: 'The mail server took a message.',
  schema: message,
});

export const MessageFailed = defineEvent({
  subject: 'communications.message.failed.v1',
  summary: 'A message was given up after its last try.',
  schema: message.extend({ reason: z.string() }),
});
