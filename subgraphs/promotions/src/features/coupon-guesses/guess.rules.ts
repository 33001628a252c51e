/** Who may be guessing, from the narrowest to the widest. */
export interface GuessSubject {
  readonly kind: 'MEMBER' | 'TILL' | 'KEY';
  readonly subject: string;
}

/** Unknown codes after which somebody is guessing: people mistype, and a key serves many tills. */
const GUESSES_ALLOWED = { MEMBER: 10, TILL: 20, KEY: 200 } as const;
/** After so long without an unknown code the count begins anew. */
export const QUIET_MS = 10 * 60_000;

const DELAY_FIRST_MS = 100;
const DELAY_MAX_MS = 2_000;

/** Whom an unknown code is counted for. */
export function subjectsOf(asking: {
  keyId: string;
  storeId: string;
  tillId: string | null;
  memberId: string | null;
}): GuessSubject[] {
  const { keyId, storeId, tillId, memberId } = asking;
  const subjects: GuessSubject[] = [{ kind: 'KEY', subject: `key:${keyId}` }];
  if (tillId !== null) subjects.unshift({ kind: 'TILL', subject: `till:${keyId}/${storeId}/${tillId}` });
  if (memberId !== null) subjects.unshift({ kind: 'MEMBER', subject: `member:${memberId}` });
  return subjects;
}

export interface GuessCount extends GuessSubject {
  readonly guesses: number;
  readonly since: Date;
}

export interface GuessDecision {
  /** How long the answer waits. */
  readonly delayMs: number;
  /** The narrowest that is guessing: one incident, not one for each circle around it. */
  readonly guesser: GuessCount | null;
}

/** The more unknown codes, the longer the wait, within bounds. */
export function decideGuess(counts: readonly GuessCount[]): GuessDecision {
  const delays = counts.map(({ kind, guesses }) => delayOf(guesses - GUESSES_ALLOWED[kind], GUESSES_ALLOWED[kind]));
  const guesser = counts.find(({ kind, guesses }) => guesses > GUESSES_ALLOWED[kind]) ?? null;
  return { delayMs: Math.max(0, ...delays), guesser };
}

/** Doubles with every so many codes beyond what is allowed. */
function delayOf(beyond: number, step: number): number {
  if (beyond <= 0) return 0;
  return Math.min(DELAY_MAX_MS, DELAY_FIRST_MS * 2 ** Math.min(10, Math.floor(beyond / step)));
}
