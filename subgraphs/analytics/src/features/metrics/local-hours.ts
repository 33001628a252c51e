import { DateTime } from 'luxon';
import { beginningOf, bucketKey } from './metric.buckets';

/** A period by the clocks of some stores: from the beginning of an hour to that of another. */
export interface LocalHours {
  /** Null: of all stores that no other entry names. */
  readonly storeIds: readonly string[] | null;
  readonly from: LocalHour;
  readonly to: LocalHour;
}

interface LocalHour {
  readonly day: string;
  readonly hour: number;
}

/**
 * The period [from, to) as hours of each store's clock. Null when it does not begin and end with an hour everywhere,
 * or with the second of two hours that the clock shows alike: facts kept by the hour cannot tell it then.
 */
export function localHours(
  period: { readonly from: Date; readonly to: Date },
  zoneOf: ReadonlyMap<string, string>,
  chainZone: string,
): LocalHours[] | null {
  const others = inZone(period, chainZone);
  if (!others) return null;
  const all: LocalHours[] = [{ storeIds: null, ...others }];
  const zones = Map.groupBy(zoneOf.keys(), (storeId) => zoneOf.get(storeId) ?? chainZone);
  for (const [zone, storeIds] of zones) {
    const own = inZone(period, zone);
    if (!own) return null;
    if (JSON.stringify(own) !== JSON.stringify(others)) all.push({ storeIds, ...own });
  }
  return all;
}

/** True when the period is one of whole days for every store. */
export const isWholeDays = (hours: readonly LocalHours[]): boolean =>
  hours.every(({ from, to }) => from.hour === 0 && to.hour === 0);

function inZone({ from, to }: { from: Date; to: Date }, zone: string): Pick<LocalHours, 'from' | 'to'> | null {
  const [first, end] = [hourAt(from, zone), hourAt(to, zone)];
  return first && end && { from: first, to: end };
}

function hourAt(instant: Date, zone: string): LocalHour | null {
  const local = DateTime.fromJSDate(instant, { zone });
  const hour = { day: local.toFormat('yyyy-MM-dd'), hour: local.hour };
  return beginningOf(bucketKey(hour.day, hour.hour), zone).getTime() === instant.getTime() ? hour : null;
}
