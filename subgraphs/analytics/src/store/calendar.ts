import { holidays } from './tables';

/** That a day is a day off, as SQL of the common subset: a Saturday or Sunday, or otherwise by the chain's calendar. */
export const isDayOff = (day: string): string =>
  `((toDayOfWeek(${day}) >= 6 AND ${day} NOT IN (${daysOf("'WORKING'")})) OR ${day} IN (${daysOf("'PUBLIC', 'DAY_OFF'")}))`;

const daysOf = (kinds: string): string => `SELECT h.day FROM ${holidays.name} AS h WHERE h.kind IN (${kinds})`;
