import { readEvent, type recordDeadLetter } from '@adal/events';
import type { Logger } from '@adal/service';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AnalyticsStore, StreamPosition } from '../../store/analytics-store';
import type { OnTouched } from '../../touched-members';
import { collectFacts, NO_FACTS, type EventFacts } from './event.facts';
import { intakes, type Intake } from './event.intakes';
import { tellTouched } from './tell-touched';

/** A message of a stream, as far as taking it in needs to know. */
export interface StreamMessage {
  readonly sequence: number;
  readonly subject: string;
  readonly text: string;
}

/** What taking in needs. */
export interface IngestParts {
  readonly store: AnalyticsStore;
  readonly log: Logger;
  /** The chain's time zone. */
  readonly zone: string;
  /** Not told of receipts: they are told when the members' features know of them. */
  readonly onTouched?: OnTouched;
  /** Keeps an event that cannot be taken in; what it keeps is not tried again. */
  keep(letter: DeadLetter): Promise<void>;
}

type DeadLetter = Parameters<typeof recordDeadLetter>[1];

const TRIES_MAX = 5;
const bySubject: ReadonlyMap<string, Intake> = new Map(intakes.map((intake) => [intake.contract.subject, intake]));

/** Name under which dead letters of a subject are kept and replayed. */
export const consumerName = (subject: string): string => `analytics-ingest:${subject}`;

/**
 * Takes in messages that follow `from`, in order, and answers the new position. A message that cannot be read, or that
 * the store refuses TRIES_MAX times although it takes others, becomes a dead letter. Throws when nothing can be stored.
 */
export async function takeIn(
  parts: IngestParts,
  from: StreamPosition,
  messages: readonly StreamMessage[],
): Promise<StreamPosition> {
  const events: EventFacts[] = [];
  let position = from;
  for (const message of messages) {
    const read = await readMessage(parts, message);
    if (read) events.push(read.facts);
    position = { ...position, sequence: message.sequence, lastEventAt: read?.occurredAt ?? position.lastEventAt };
  }
  for (let tries = 1; ; tries += 1) {
    try {
      const facts = collectFacts(events);
      await parts.store.append(facts, [position]);
      tellTouched(facts, parts.onTouched);
      return position;
    } catch (error) {
      // Nothing is blamed on an event while the store takes nothing at all: this throws, and everything comes again.
      await parts.store.append(NO_FACTS, [from]);
      parts.log.warn({ err: error, stream: from.stream, messages: messages.length, tries }, 'Events not stored');
      if (messages.length > 1) return takeInHalves(parts, from, messages);
      if (tries < TRIES_MAX) await sleep(50 * 2 ** tries);
      else return giveUp(parts, position, messages, error);
    }
  }
}

/** Finds the event that is in the way, and lets the others pass. */
async function takeInHalves(
  parts: IngestParts,
  from: StreamPosition,
  messages: readonly StreamMessage[],
): Promise<StreamPosition> {
  const middle = Math.floor(messages.length / 2);
  const reached = await takeIn(parts, from, messages.slice(0, middle));
  return takeIn(parts, reached, messages.slice(middle));
}

async function giveUp(
  parts: IngestParts,
  position: StreamPosition,
  messages: readonly StreamMessage[],
  error: unknown,
): Promise<StreamPosition> {
  for (const message of messages) await abandon(parts, message, error);
  await parts.store.append(NO_FACTS, [position]);
  return position;
}

/** Null for what analytics does not take in and for what became a dead letter. */
async function readMessage(
  parts: IngestParts,
  message: StreamMessage,
): Promise<{ facts: EventFacts; occurredAt: Date } | null> {
  const intake = bySubject.get(message.subject);
  if (!intake) return null;
  try {
    const event = readEvent(intake.contract, message.text);
    return { facts: intake.read({ ...event, zone: parts.zone }), occurredAt: event.occurredAt };
  } catch (error) {
    await abandon(parts, message, error);
    return null;
  }
}

async function abandon({ keep, log }: IngestParts, message: StreamMessage, error: unknown): Promise<void> {
  const letter = {
    consumer: consumerName(message.subject),
    eventId: idOf(message),
    subject: message.subject,
    body: message.text,
    error,
  };
  await keep(letter);
  log.error(
    { err: error, consumer: letter.consumer, eventId: letter.eventId, alert: 'dead-letter' },
    'Event abandoned; see `adal events replay`',
  );
}

/** The event's id when the envelope can be read that far; else its place in the stream. */
function idOf(message: StreamMessage): string {
  try {
    const { id } = JSON.parse(message.text) as { id?: unknown };
    if (typeof id === 'string') return id;
  } catch {
    // Not JSON: the place names it.
  }
  return `${message.subject}:${message.sequence}`;
}
