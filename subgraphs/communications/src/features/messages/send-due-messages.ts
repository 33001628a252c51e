import { MessageFailed, MessageSent, recordEvent } from '@adal/events';
import { inTransaction } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { CommunicationsContext } from '../../context';
import { SENDERS_MAX, SEND_MS_MAX, type Delivery } from '../channels';
import { findContacts, type Contact } from '../contacts';
import { claimDueMessages } from './message.queries';
import { Message } from './message.entity';
import { ATTEMPTS_MAX, decideRetry, mayBeTold } from './message.rules';
import { NO_CONSENT } from './queue-message';

/** A sender that dies leaves its messages to the others after this long; well above the longest try. */
export const LEASE_MS = 4 * SEND_MS_MAX;
/** Claims in one run; the job comes back at once, and a stop waits for one run at most. */
const CLAIMS_PER_RUN_MAX = 25;

/** What sending needs of a context. */
type SenderContext = Pick<CommunicationsContext, 'db' | 'log' | 'mail' | 'clock'>;

/**
 * Sends what is due, a few at a time, until nothing is or the run is over. Any number of senders may run: a claim locks
 * rows and leases them. A sender that dies between the server's "250" and its own commit lets the mail go a second
 * time, with the same Message-ID; that is the one way to a duplicate.
 */
export async function sendDueMessages(ctx: SenderContext): Promise<void> {
  for (let claims = 0; claims < CLAIMS_PER_RUN_MAX; claims += 1) {
    const now = ctx.clock();
    const messages = await claimDueMessages(ctx.db, now, new Date(now.getTime() + LEASE_MS), SENDERS_MAX);
    if (messages.length === 0) return;
    const contacts = await findContacts(
      ctx.db.manager,
      messages.map(({ memberId }) => memberId),
    );
    await Promise.all(messages.map((message) => sendMessage(ctx, message, contacts.get(message.memberId))));
  }
}

async function sendMessage(ctx: SenderContext, message: Message, contact: Contact | undefined): Promise<void> {
  if (!contact || !mayBeTold(message.purpose, contact)) {
    await settle(ctx, message, { status: 'SUPPRESSED', reason: NO_CONSENT });
    return;
  }
  if (message.attempts > ATTEMPTS_MAX) {
    await settle(ctx, message, { status: 'FAILED', reason: 'The sender stopped during the last try' });
    return;
  }
  const delivery = await ctx.mail.send({
    id: message.id,
    to: message.recipient,
    subject: message.subject,
    html: message.html,
    marketing: message.purpose === 'MARKETING',
  });
  await settle(ctx, message, outcomeOf(delivery, message, ctx.clock()));
}

type Outcome =
  | { readonly status: 'SENT'; readonly sentAt: Date }
  | { readonly status: 'QUEUED'; readonly nextAttemptAt: Date; readonly reason: string }
  | { readonly status: 'FAILED' | 'SUPPRESSED'; readonly reason: string };

function outcomeOf(delivery: Delivery, message: Message, now: Date): Outcome {
  if (delivery.outcome === 'TAKEN') return { status: 'SENT', sentAt: now };
  // The log is read by people who may not see addresses.
  const reason = delivery.reason.replaceAll(message.recipient, 'the recipient');
  const nextAttemptAt = delivery.outcome === 'REFUSED' ? null : decideRetry(message.attempts, now, Math.random());
  return nextAttemptAt ? { status: 'QUEUED', nextAttemptAt, reason } : { status: 'FAILED', reason };
}

/** Writes the outcome, unless the lease was lost: then the message belongs to another sender. */
async function settle(ctx: SenderContext, message: Message, outcome: Outcome): Promise<void> {
  const settled = await inTransaction(ctx.db, async (tx) => {
    const update = await tx.update(
      Message,
      { id: message.id, status: 'SENDING', attempts: message.attempts },
      { nextAttemptAt: null, reason: null, ...outcome },
    );
    if (update.affected === 0) return false;
    await tell(tx, message, outcome, ctx.clock());
    return true;
  });
  const facts = { messageId: message.id, attempts: message.attempts, ...outcome };
  if (!settled) ctx.log.warn(facts, 'Lease was lost: another sender has the message');
  else if (outcome.status === 'FAILED') ctx.log.error(facts, 'Message given up');
  else ctx.log.info(facts, 'Message settled');
}

/** Records the event of an outcome that others may care about. */
async function tell(tx: EntityManager, message: Message, outcome: Outcome, now: Date): Promise<void> {
  const { id: messageId, memberId, channel, template, purpose, correlationId } = message;
  const facts = { messageId, memberId, channel, template, purpose, at: now.toISOString() };
  const origin = { correlationId, now };
  if (outcome.status === 'SENT') await recordEvent(tx, MessageSent, facts, origin);
  if (outcome.status === 'FAILED') await recordEvent(tx, MessageFailed, { ...facts, reason: outcome.reason }, origin);
}
