import type { Drill } from './view';
import { filterPatch } from './view';

/** Where a row or a figure leads, without its language; undefined when there is no such screen. */
export function hrefOf(drill: Drill, current: URLSearchParams): string | undefined {
  if (drill.__typename === 'ReportDrillMembers')
    return `/segments/new?${query({ definition: text(drill.definition) })}`;
  if (drill.__typename === 'ReportDrillReceipts') return receiptsHref(drill);
  const { report, from, to, grain, by, filters } = drill;
  const kept = Object.fromEntries(keptKeys.map((key) => [key, current.get(key)]));
  const narrowed = Object.assign({}, ...filters.map(filterPatch)) as Record<string, string>;
  return `/reports/${encodeURIComponent(report)}?${query({ ...kept, ...narrowed, from, to, grain, by })}`;
}

/** What a way down keeps of the address: whom it is about and what it is compared with. */
const keptKeys = ['segment', 'definition', 'compare', 'window'];

function receiptsHref(drill: Extract<Drill, { __typename: 'ReportDrillReceipts' }>): string | undefined {
  const { from, to, storeId, hour, isIdentified } = drill;
  // The list of receipts takes a time of one day, and not an hour of several.
  if (hour !== null && from !== to) return undefined;
  const who = isIdentified === null ? null : isIdentified ? 'member' : 'anonymous';
  const hours =
    hour === null ? {} : { fromTime: `${two(hour)}:00`, toTime: hour === 23 ? null : `${two(hour + 1)}:00` };
  return `/receipts?${query({ store: storeId, from, to, ...hours, who })}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

const text = (definition: unknown): string => JSON.stringify(definition);

function query(entries: Record<string, string | null | undefined>): string {
  const set = Object.entries(entries).flatMap(([key, value]) => (value ? [[key, value]] : []));
  return new URLSearchParams(set).toString();
}
