import { readEvent, type recordDeadLetter } from '@adal/events';
import type { Logger } from '@adal/service';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { AnalyticsStore, Facts, StreamPosition } from '../../store/analytics-store';
import { tellTouched, type OnTouched } from '../../touched-members';
import { collectFacts, NO_FACTS, type EventFacts } from './event.facts';
import { intakes, type Intake } from './event.intakes';

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
/** Characters read before others have their turn: some milliseconds. */
const BETWEEN_TURNS = 256 * 1024;
const bySubject: ReadonlyMap<string, Intake> = new Map(intakes.map((intake) => [intake.contract.subject, intake]));

/** Name under which dead letters of a subject are kept and replayed. */
export const consumerName = (subject: string): string => `analytics-ingest:${subject}`;

/** Messages that were read, and what they say. */
interface ReadBatch {
  readonly messages: readonly StreamMessage[];
  readonly facts: Facts;
  /** Of the last message. */
  readonly sequence: number;
  /** Null when no event of the batch says. */
  readonly lastEventAt: Date | null;
}

/**
 * Takes in messages that follow `from`, in order, and answers the new position. A message that cannot be read, or that
 * the store refuses TRIES_MAX times although it takes others, becomes a dead letter. Throws when nothing can be stored.
 */
export async function takeIn(
  parts: IngestParts,
  from: StreamPosition,
  messages: readonly StreamMessage[],
): Promise<StreamPosition> {
  return storeBatch(parts, from, await readBatch(parts, messages));
}

/** Reads messages, leaving others their turn in between; what cannot be read becomes a dead letter. */
export async function readBatch(parts: IngestParts, messages: readonly StreamMessage[]): Promise<ReadBatch> {
  const events: EventFacts[] = [];
  let lastEventAt: Date | null = null;
  let read = 0;
  for (const message of messages) {
    const event = await readMessage(parts, message);
    if (event) events.push(event.facts);
    lastEventAt = event?.occurredAt ?? lastEventAt;
    read += message.text.length;
    if (read < BETWEEN_TURNS) continue;
    read = 0;
    await nextTurn();
  }
  return { messages, facts: collectFacts(events), sequence: messages.at(-1)?.sequence ?? 0, lastEventAt };
}

/** Stores what was read after `from`, and answers the new position. */
export async function storeBatch(parts: IngestParts, from: StreamPosition, batch: ReadBatch): Promise<StreamPosition> {
  const { messages, facts, sequence, lastEventAt } = batch;
  const position = { ...from, sequence, lastEventAt: lastEventAt ?? from.lastEventAt };
  for (let tries = 1; ; tries += 1) {
    try {
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
