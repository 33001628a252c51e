/** Tries that are free before waiting begins. An address may be a whole office, so it has more of them. */
const FREE_TRIES = { email: 5, address: 30 };
/** The wait doubles with each failure up to this: guessing is slow, and nobody is locked out. */
const WAIT_SECONDS_MAX = 60;
/** Failures older than this are forgotten. */
const FORGET_MS = 60 * 60_000;
/** A refresh token may be used again for this long: two tabs, or an answer that got lost. */
const REUSE_GRACE_MS = 10_000;
/** A session that is not used for this long ends. */
const IDLE_DAYS = 7;

/** Failed tries so far of one e-mail or address. */
export interface Failures {
  readonly kind: 'email' | 'address';
  readonly failures: number;
  readonly failedAt: Date;
}

/** True when the next try has to wait. */
export function mustWait({ kind, failures, failedAt }: Failures, now: Date): boolean {
  const over = failures - FREE_TRIES[kind];
  if (over < 0) return false;
  const waitMs = Math.min(2 ** over, WAIT_SECONDS_MAX) * 1_000;
  return now.getTime() < failedAt.getTime() + waitMs;
}

/** Failures to count from: none when the last one is long ago. */
export function remembered({ failures, failedAt }: Failures, now: Date): number {
  return now.getTime() - failedAt.getTime() > FORGET_MS ? 0 : failures;
}

/** What a presented refresh token means. */
export type RefreshDecision = 'REFRESH' | 'ENDED' | 'STOLEN';

/** A token that was used before comes from a thief or from its owner after a thief: the session ends for both. */
export function decideRefresh(
  token: { readonly usedAt: Date | null },
  session: { readonly expiresAt: Date; readonly endedAt: Date | null; readonly active: boolean },
  now: Date,
): RefreshDecision {
  if (session.endedAt || session.expiresAt <= now || !session.active) return 'ENDED';
  if (token.usedAt && now.getTime() - token.usedAt.getTime() > REUSE_GRACE_MS) return 'STOLEN';
  return 'REFRESH';
}

/** When a session ends unless it is used before. */
export function idleUntil(now: Date): Date {
  return new Date(now.getTime() + IDLE_DAYS * 24 * 3_600_000);
}
