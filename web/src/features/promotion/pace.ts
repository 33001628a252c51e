const dayMs = 86_400_000;

/** How fast something is used up. */
export interface Pace {
  perDay: number;
  /** When nothing is left at this pace, in epoch milliseconds; null when it is not being used. */
  lastsUntil: number | null;
  /** Whether that is before the promotion ends. */
  isShort: boolean;
}

interface Use {
  used: number;
  left: number;
}

/** The pace since the start; undefined before anything can be said: in the first hours, or without a start. */
export function paceOf(
  { used, left }: Use,
  startsAt: number | null,
  endsAt: number | null,
  now: number,
): Pace | undefined {
  if (startsAt === null || now - startsAt < dayMs / 4) return undefined;
  const perDay = (used * dayMs) / (now - startsAt);
  if (perDay === 0) return { perDay, lastsUntil: null, isShort: false };
  const lastsUntil = now + (left / perDay) * dayMs;
  return { perDay, lastsUntil, isShort: endsAt !== null && lastsUntil < endsAt };
}
