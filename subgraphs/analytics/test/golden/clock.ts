/** A clock that shares nothing with the code under test: Intl alone. */
const clocks = new Map<string, (at: number) => Local>();

interface Local {
  readonly day: string;
  readonly hour: number;
}

/** Wall-clock day and hour of an instant. */
export function localParts(at: number, zone: string): Local {
  const clock = clocks.get(zone) ?? clockOf(zone);
  clocks.set(zone, clock);
  return clock(at);
}

/** Remembers what it was asked: the same hours are, thousands of times. */
function clockOf(zone: string): (at: number) => Local {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const known = new Map<number, Local>();
  return (at) => {
    const found = known.get(at);
    if (found) return found;
    const [day = '', hour = ''] = format.format(at).split(' ');
    const local = { day, hour: Number(hour) };
    known.set(at, local);
    return local;
  };
}

/** The first instant at which the wall clock shows this day and hour. */
export function firstInstantOf(day: string, hour: number, zone: string): number {
  const guess = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  for (let at = guess - 15 * 3_600_000; at <= guess + 15 * 3_600_000; at += 3_600_000) {
    const local = localParts(at, zone);
    if (local.day === day && local.hour === hour) return at;
  }
  throw new Error(`${day} ${hour}:00 does not exist in ${zone}`);
}

/** The day a bucket begins with. */
export function bucketDay(day: string, grain: string): string {
  if (grain === 'MONTH') return `${day.slice(0, 8)}01`;
  if (grain !== 'WEEK') return day;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
