import { MINUTES_PER_DAY } from './check-condition';
import { cityKey } from './clause';
import type { Condition } from './condition';
import type { FaultNoun, Faults } from './fault';
import { isInside } from './time-checks';

/** Adds what can never hold together: parts that must all hold and leave nothing, here and in every group below. */
export function checkContradictions(parts: readonly Condition[], path: string, faults: Faults): void {
  const all = parts.flatMap(flatten);
  checkOpposites(all, path, faults);
  for (const [noun, sets] of choicesOf(all)) {
    const [first] = sets;
    if (first === undefined || sets.length < 2) continue;
    const hasCommon = [...first].some((value) => sets.every((set) => set.has(value)));
    faults.check(hasCommon, path, 'CONTRADICTION', 'No {noun} meets every condition at once.', { noun });
  }
  for (const [noun, ranges] of rangesOf(all)) {
    const isMet = ranges.every(({ from }) => ranges.every(({ to }) => from <= to));
    faults.check(isMet, path, 'CONTRADICTION', 'No {noun} meets every condition at once.', { noun });
  }
  parts.forEach((part, index) => checkBelow(part, parts.length === 1 ? path : `${path}.of.${index}`, faults));
}

/** An ALL within an ALL is one ALL. */
const flatten = (condition: Condition): Condition[] =>
  condition.kind === 'ALL' ? condition.of.flatMap(flatten) : [condition];

/** Groups that stand below an ANY or a NOT may contradict themselves too. */
function checkBelow(condition: Condition, path: string, faults: Faults): void {
  switch (condition.kind) {
    case 'ALL':
      return condition.of.forEach((part, index) => checkBelow(part, `${path}.of.${index}`, faults));
    case 'ANY':
      return condition.of.forEach((part, index) => checkContradictions([part], `${path}.of.${index}`, faults));
    case 'NOT':
      return checkContradictions([condition.of], `${path}.of`, faults);
    default:
  }
}

function checkOpposites(all: readonly Condition[], path: string, faults: Faults): void {
  const texts = new Set(all.map(textOf));
  for (const part of all) {
    if (part.kind !== 'NOT') continue;
    const isDenied = flatten(part.of).every((inner) => texts.has(textOf(inner)));
    faults.check(!isDenied, path, 'CONTRADICTION', 'A condition is asked for and excluded at the same time.');
  }
  const isFirst = all.some(({ kind }) => kind === 'FIRST_PURCHASE');
  const isLater = all.some((part) => part.kind === 'NTH_PURCHASE' && (part.n ?? part.every ?? 1) > 1);
  const hasPast = all.some(
    (part) =>
      part.kind === 'DAYS_SINCE_LAST' ||
      part.kind === 'BOUGHT_WITHOUT' ||
      (part.kind === 'BOUGHT' && part.atLeast !== null && part.atLeast > 0n),
  );
  faults.check(
    !(isFirst && (isLater || hasPast)),
    path,
    'CONTRADICTION',
    'The first purchase has no purchases before it.',
  );
}

const textOf = (condition: Condition): string =>
  JSON.stringify(condition, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));

/** Things of which a basket has exactly one, as the sets that the conditions leave. */
function choicesOf(all: readonly Condition[]): Map<FaultNoun, Set<unknown>[]> {
  const choices = new Map<FaultNoun, Set<unknown>[]>();
  const add = (noun: FaultNoun, values: Iterable<unknown>): void => {
    choices.set(noun, [...(choices.get(noun) ?? []), new Set(values)]);
  };
  for (const part of all) {
    if (part.kind === 'WEEKDAYS') add('day of the week', part.in);
    if (part.kind === 'HOURS') add('time of the day', minutesIn(part.in));
    if (part.kind === 'CHANNEL') add('channel', part.in);
    if (part.kind === 'GENDER') add('gender', [part.gender]);
    if (part.kind === 'CITY') add("member's city", part.in.map(cityKey));
    if (part.kind !== 'STORE') continue;
    if (part.storeIds.length > 0) add('store', part.storeIds);
    if (part.cities.length > 0) add('city of the store', part.cities.map(cityKey));
    if (part.banners.length > 0) add('banner', part.banners);
    if (part.brands.length > 0) add('brand of the store', part.brands);
  }
  return choices;
}

function minutesIn(windows: Extract<Condition, { kind: 'HOURS' }>['in']): number[] {
  return [...Array(MINUTES_PER_DAY).keys()].filter((minute) => windows.some((window) => isInside(window, minute)));
}

const MEASURES = {
  SUM: 'sum of the basket',
  QUANTITY: 'quantity of the basket',
  LINES: 'lines of the basket',
} as const;

interface Range {
  from: bigint | number;
  to: bigint | number;
}

/** Measures of which a basket has exactly one, as the ranges that the conditions leave. */
function rangesOf(all: readonly Condition[]): Map<FaultNoun, Range[]> {
  const ranges = new Map<FaultNoun, Range[]>();
  const add = (noun: FaultNoun, from: bigint | number | null, to: bigint | number | null): void => {
    ranges.set(noun, [...(ranges.get(noun) ?? []), { from: from ?? -Infinity, to: to ?? Infinity }]);
  };
  for (const part of all) {
    if (part.kind === 'PERIOD') add('moment', part.from, part.until === null ? null : part.until - 1);
    if (part.kind === 'AGE') add('age', part.from, part.to);
    if (part.kind === 'BASKET') add(MEASURES[part.measure], part.atLeast, part.atMost);
    if (part.kind === 'DAYS_SINCE_LAST') add('number of days since the last purchase', part.atLeast, part.atMost);
    if (part.kind === 'REGISTERED') add('number of days since the registration', part.beforeDays, part.withinDays);
    if (part.kind === 'NTH_PURCHASE' && part.n !== null) add('number of the purchase', part.n, part.n);
  }
  return ranges;
}
