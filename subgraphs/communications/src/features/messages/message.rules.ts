import type { Contact } from '../contacts';
import type { Purpose } from '../templates';

/** Tries of one message at most. */
export const ATTEMPTS_MAX = 8;
/** A blip of the mail server heals in seconds, a night without it in hours: 5 s, 20 s, 80 s … 4 h, about six hours in all. */
const RETRY_MS = { first: 5_000, factor: 4, max: 4 * 3_600_000 };
/** Share of a pause that is left to chance, so that messages that failed together do not come back together. */
const JITTER = 0.2;
/** News older than this is of no use to the member: a stream read from its beginning mails nobody. */
const USEFUL_MS = 24 * 3_600_000;

/** What a message is about to be written from. */
export interface MessageFacts {
  readonly contact: Pick<Contact, 'status' | 'email' | 'consents'>;
  readonly purpose: Purpose;
  /** When what it tells of happened. */
  readonly occurredAt: Date;
  readonly now: Date;
}

/** NONE: there is nobody to tell or nothing to tell any more, and no trace is kept. */
export type MessageDecision = 'NONE' | 'SUPPRESSED' | 'QUEUED';

/** Whether a message is written, and whether it may be sent. */
export function decideMessage({ contact, purpose, occurredAt, now }: MessageFacts): MessageDecision {
  if (contact.status === 'CLOSED' || contact.email === null) return 'NONE';
  if (now.getTime() - occurredAt.getTime() > USEFUL_MS) return 'NONE';
  return mayBeTold(purpose, contact) ? 'QUEUED' : 'SUPPRESSED';
}

/** Marketing needs a consent for e-mail, now: it is asked again before every try. */
export function mayBeTold(purpose: Purpose, contact: Pick<Contact, 'consents'>): boolean {
  return purpose === 'TRANSACTIONAL' || contact.consents.includes('EMAIL');
}

/** When to try again after the given number of tries; null when it was the last. `chance` is 0 to 1. */
export function decideRetry(attempts: number, now: Date, chance: number): Date | null {
  if (attempts >= ATTEMPTS_MAX) return null;
  const pauseMs = Math.min(RETRY_MS.first * RETRY_MS.factor ** (attempts - 1), RETRY_MS.max);
  return new Date(now.getTime() + Math.round(pauseMs * (1 - JITTER + 2 * JITTER * chance)));
}

/** "aigul@example.kz" → "a***@example.kz". */
export function maskEmail(address: string): string {
  return address.replace(/^(.)[^@]*/, '$1***');
}
