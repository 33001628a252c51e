/** A clock that shares nothing with the code under test: Intl alone. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Wall-clock day and hour of an instant. */
export function localParts(at: number, zone: string): { day: string; hour: number } {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const [day = '', hour = ''] = format.format(at).split(' ');
  return { day, hour: Number(hour) };
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
