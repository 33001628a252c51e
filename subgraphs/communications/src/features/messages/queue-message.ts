import { newId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import { findContacts, type Contact } from '../contacts';
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
 * Writes messages into the queue in the caller's transaction, their words included, so that a retry sends what the
 * member was meant to read at the time. Answers those that were to be written and were not before.
 */
export async function queueMessages(
  tx: EntityManager,
  render: RenderTemplate,
  orders: readonly MessageOrder[],
): Promise<readonly Message[]> {
  const contacts = await findContacts(
    tx,
    orders.map(({ memberId }) => memberId),
  );
  const messages = orders.flatMap((order) => {
    const contact = contacts.get(order.memberId);
    if (!contact) throw new ContactUnknown(`Member ${order.memberId} is not known here yet`);
    return writeMessage(tx, render, order, contact) ?? [];
  });
  if (messages.length === 0) return [];
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(Message)
    .values(messages)
    .orIgnore()
    .returning('id')
    .execute();
  const written = new Set((inserted.raw as { id: string }[]).map(({ id }) => id));
  return messages.filter(({ id }) => written.has(id));
}

/** Null when the member is not to be told. */
function writeMessage(
  tx: EntityManager,
  render: RenderTemplate,
  order: MessageOrder,
  contact: Contact,
): Message | null {
  const { purpose } = getTemplate(order.template);
  const decision = decideMessage({ contact, purpose, occurredAt: order.occurredAt, now: order.now });
  if (decision === 'NONE' || contact.email === null) return null;
  const words = render(order.template, contact.language, { firstName: contact.firstName, ...order.data });
  return tx.create(Message, {
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
}

/** Why marketing was not sent. */
export const NO_CONSENT = 'No consent to marketing by e-mail';
