import { newId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import { findContact } from '../contacts';
import { getTemplate, type RenderTemplate, type TemplateKey } from '../templates';
import { Message } from './message.entity';
import { decideMessage } from './message.rules';

/** A message to be written. */
export interface MessageOrder {
  /** What it follows from; the same cause never makes a second message. */
  readonly cause: string;
  readonly memberId: string;
  readonly template: TemplateKey;
  /** What the template needs besides the member's name. */
  readonly data: object;
  readonly occurredAt: Date;
  readonly now: Date;
  readonly correlationId: string;
}

/** A member of whom no event has come yet: the caller's event is delivered again a little later. */
class ContactUnknown extends Error {}

/**
 * Writes a message into the queue in the caller's transaction, its words included, so that a retry sends what the
 * member was meant to read at the time. Answers null when nothing was to be written, or was before.
 */
export async function queueMessage(
  tx: EntityManager,
  render: RenderTemplate,
  order: MessageOrder,
): Promise<Message | null> {
  const contact = await findContact(tx, order.memberId);
  if (!contact) throw new ContactUnknown(`Member ${order.memberId} is not known here yet`);
  const { purpose } = getTemplate(order.template);
  const decision = decideMessage({ contact, purpose, occurredAt: order.occurredAt, now: order.now });
  if (decision === 'NONE' || contact.email === null) return null;
  const words = render(order.template, contact.language, { firstName: contact.firstName, ...order.data });
  const message = tx.create(Message, {
    ...words,
    id: newId(),
    cause: order.cause,
    memberId: order.memberId,
    channel: 'EMAIL',
    recipient: contact.email,
    template: order.template,
    language: contact.language,
    purpose,
    status: decision,
    reason: decision === 'SUPPRESSED' ? NO_CONSENT : null,
    attempts: 0,
    correlationId: order.correlationId,
    queuedAt: order.now,
    nextAttemptAt: decision === 'QUEUED' ? order.now : null,
    sentAt: null,
  });
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(Message)
    .values(message)
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as unknown[]).length > 0 ? message : null;
}

/** Why marketing was not sent. */
export const NO_CONSENT = 'No consent to marketing by e-mail';
