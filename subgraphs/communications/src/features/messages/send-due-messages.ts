import { MessageFailed, MessageSent, recordEnvelopes, sealEvent, type Envelope } from '@adal/events';
import { inTransaction } from '@adal/service';
import type { CommunicationsContext } from '../../context';
import { SENDERS_MAX, SEND_MS_MAX, type Delivery } from '../channels';
import { findContacts, type Contact } from '../contacts';
import type { Message } from './message.entity';
import { claimDueMessages, settleMessages, type SettledRow } from './message.queries';
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
    const tries = await Promise.allSettled(
      messages.map(async (message) => ({
        message,
        outcome: await sendMessage(ctx, message, contacts.get(message.memberId)),
      })),
    );
    await settle(
      ctx,
      tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    );
    for (const one of tries) if (one.status === 'rejected') throw one.reason;
  }
}

async function sendMessage(ctx: SenderContext, message: Message, contact: Contact | undefined): Promise<Outcome> {
  if (!contact || !mayBeTold(message.purpose, contact)) return { status: 'SUPPRESSED', reason: NO_CONSENT };
  if (message.attempts > ATTEMPTS_MAX) return { status: 'FAILED', reason: 'The sender stopped during the last try' };
  const delivery = await ctx.mail.send({
    id: message.id,
    to: message.recipient,
    subject: message.subject,
    html: message.html,
    marketing: message.purpose === 'MARKETING',
  });
  return outcomeOf(delivery, message, ctx.clock());
}

type Outcome =
  | { readonly status: 'SENT'; readonly sentAt: Date }
  | { readonly status: 'QUEUED'; readonly nextAttemptAt: Date; readonly reason: string }
  | { readonly status: 'FAILED' | 'SUPPRESSED'; readonly reason: string };

/** What became of a try. */
interface Tried {
  readonly message: Message;
  readonly outcome: Outcome;
}

function outcomeOf(delivery: Delivery, message: Message, now: Date): Outcome {
  if (delivery.outcome === 'TAKEN') return { status: 'SENT', sentAt: now };
  // The log is read by people who may not see addresses.
  const reason = delivery.reason.replaceAll(message.recipient, 'the recipient');
  const nextAttemptAt = delivery.outcome === 'REFUSED' ? null : decideRetry(message.attempts, now, Math.random());
  return nextAttemptAt ? { status: 'QUEUED', nextAttemptAt, reason } : { status: 'FAILED', reason };
}

/** Writes the outcomes, but of those whose lease was lost: they belong to another sender. */
async function settle(ctx: SenderContext, tried: readonly Tried[]): Promise<void> {
  const now = ctx.clock();
  const settled = await inTransaction(ctx.db, async (tx) => {
    const ids = await settleMessages(tx, tried.map(rowOf));
    const told = tried.filter(({ message }) => ids.has(message.id));
    await recordEnvelopes(
      tx,
      told.flatMap(({ message, outcome }) => eventOf(message, outcome, now) ?? []),
    );
    return ids;
  });
  for (const { message, outcome } of tried) {
    const facts = { messageId: message.id, attempts: message.attempts, ...outcome };
    if (!settled.has(message.id)) ctx.log.warn(facts, 'Lease was lost: another sender has the message');
    else if (outcome.status === 'FAILED') ctx.log.error(facts, 'Message given up');
    else ctx.log.info(facts, 'Message settled');
  }
}

function rowOf({ message: { id, attempts }, outcome }: Tried): SettledRow {
  return { id, attempts, nextAttemptAt: null, reason: null, sentAt: null, ...outcome };
}

/** The event of an outcome that others may care about. */
function eventOf(message: Message, outcome: Outcome, now: Date): Envelope | null {
  const { id: messageId, memberId, channel, template, purpose, correlationId } = message;
  const facts = { messageId, memberId, channel, template, purpose, at: now.toISOString() };
  const origin = { correlationId, now };
  if (outcome.status === 'SENT') return sealEvent(MessageSent, facts, origin);
  if (outcome.status === 'FAILED') return sealEvent(MessageFailed, { ...facts, reason: outcome.reason }, origin);
  return null;
}
