import { checkAttribute, checkGoods, DEPTH_MAX } from './check-goods';
import type { Bounds, Condition, StoreLists } from './condition';
import type { Faults } from './fault';
import type { TimeWindow } from './promotion';

const AGE_MAX = 150;
const BIRTHDAY_DAYS_MAX = 180;
const HISTORY_DAYS_MAX = 1_100;
const DAYS_MAX = 36_500;
const NTH_MAX = 100_000;

/** Adds what is wrong with a condition, part by part; what its parts contradict is for `checkContradictions`. */
export function checkCondition(condition: Condition, path: string, faults: Faults, depth = 1): void {
  if (depth > DEPTH_MAX)
    return faults.add(path, 'TOO_DEEP', 'Conditions are nested deeper than {max} levels.', { max: DEPTH_MAX });
  switch (condition.kind) {
    case 'ALL':
    case 'ANY':
      faults.check(condition.of.length > 0, `${path}.of`, 'EMPTY', 'A group of conditions is empty.');
      return condition.of.forEach((part, index) => checkCondition(part, `${path}.of.${index}`, faults, depth + 1));
    case 'NOT':
      return checkCondition(condition.of, `${path}.of`, faults, depth + 1);
    case 'PERIOD':
    case 'WEEKDAYS':
    case 'HOURS':
    case 'HOLIDAY':
      return checkTime(condition, path, faults);
    case 'LINES':
    case 'BOUGHT':
      checkGoods(condition.goods, `${path}.goods`, faults);
      if (condition.kind === 'BOUGHT') checkWithin(condition.withinDays, path, faults);
      return checkBounds(condition, path, faults);
    case 'BASKET':
    case 'DAYS_SINCE_LAST':
      return checkBounds(condition, path, faults);
    case 'BOUGHT_WITHOUT':
      checkGoods(condition.goods, `${path}.goods`, faults);
      checkGoods(condition.accessory, `${path}.accessory`, faults);
      return checkWithin(condition.withinDays, path, faults);
    case 'TENDER':
      return faults.names(`${path}.in`, condition.in, 'tender');
    case 'CHANNEL':
      return faults.names(`${path}.in`, condition.in, 'channel');
    case 'COUPON':
      return faults.check(condition.poolId.trim() !== '', `${path}.poolId`, 'BLANK', 'Choose a pool of coupons.');
    case 'STORE':
      return checkStores(condition, path, faults);
    default:
      return checkMember(condition, path, faults);
  }
}

function checkTime(
  condition: Extract<Condition, { kind: 'PERIOD' | 'WEEKDAYS' | 'HOURS' | 'HOLIDAY' }>,
  path: string,
  faults: Faults,
): void {
  switch (condition.kind) {
    case 'PERIOD': {
      const { from, until } = condition;
      faults.check(from !== null || until !== null, path, 'EMPTY', 'Give the start, the end, or both.');
      const isForward = from === null || until === null || from < until;
      return faults.check(isForward, path, 'REVERSED', 'The period ends before it starts.');
    }
    case 'WEEKDAYS': {
      const isDay = condition.in.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
      faults.check(isDay, path, 'OUT_OF_BOUNDS', 'A day of the week must be from 1 (Monday) to 7 (Sunday).');
      return faults.check(condition.in.length > 0, path, 'EMPTY', 'Choose at least one day of the week.');
    }
    case 'HOURS':
      faults.check(condition.in.length > 0, path, 'EMPTY', 'Give at least one time window.');
      condition.in.forEach((window, index) => checkWindow(window, `${path}.${index}`, faults));
      return checkOverlap(condition.in, path, faults);
    case 'HOLIDAY':
      faults.list(`${path}.names`, condition.names, 'holiday');
      faults.integer(`${path}.daysBefore`, condition.daysBefore, 0, BIRTHDAY_DAYS_MAX, 'Days before a holiday');
      return faults.integer(`${path}.daysAfter`, condition.daysAfter, 0, BIRTHDAY_DAYS_MAX, 'Days after a holiday');
  }
}

export const MINUTES_PER_DAY = 1_440;

function checkWindow({ from, until }: TimeWindow, path: string, faults: Faults): void {
  const isMinute = (minute: number): boolean => Number.isInteger(minute) && minute >= 0 && minute <= MINUTES_PER_DAY;
  const isWithinDay = isMinute(from) && isMinute(until);
  faults.check(isWithinDay, path, 'OUT_OF_BOUNDS', 'A time window must lie within a day.');
  faults.check(from !== until, path, 'EMPTY', 'A time window must not be empty.');
}

/** Minutes of the day that a window covers, as one or two stretches. */
function stretches({ from, until }: TimeWindow): [number, number][] {
  if (from < until) return [[from, until]];
  return [
    [from, MINUTES_PER_DAY],
    [0, until],
  ];
}

function checkOverlap(windows: readonly TimeWindow[], path: string, faults: Faults): void {
  const ordered = windows.flatMap(stretches).sort(([left], [right]) => left - right);
  const overlaps = ordered.some(([from], index) => index > 0 && from < (ordered[index - 1]?.[1] ?? 0));
  faults.check(!overlaps, path, 'CONTRADICTION', 'Two time windows overlap: join them into one.');
}

function checkBounds({ atLeast, atMost }: Bounds, path: string, faults: Faults): void {
  faults.check(atLeast !== null || atMost !== null, path, 'EMPTY', 'Give the least, the most, or both.');
  const isPositive = (atLeast ?? 0n) >= 0n && (atMost ?? 0n) >= 0n;
  faults.check(isPositive, path, 'OUT_OF_BOUNDS', 'A bound must not be negative.');
  const isForward = atLeast === null || atMost === null || atLeast <= atMost;
  faults.check(isForward, path, 'REVERSED', 'The least is more than the most.');
}

const checkWithin = (days: number, path: string, faults: Faults): void =>
  faults.integer(`${path}.withinDays`, days, 1, HISTORY_DAYS_MAX, 'The days looked back');

function checkStores({ storeIds, cities, banners, brands }: StoreLists, path: string, faults: Faults): void {
  const lists = { storeIds, cities, banners, brands };
  const isNamed = Object.values(lists).some((list) => list.length > 0);
  faults.check(isNamed, path, 'EMPTY', 'Name at least one store, city, banner or brand.');
  for (const [name, list] of Object.entries(lists))
    faults.list(`${path}.${name}`, list, 'store, city, banner or brand');
}

type OfMember = Extract<
  Condition,
  {
    kind:
      | 'IDENTIFIED'
      | 'GENDER'
      | 'AGE'
      | 'BIRTHDAY'
      | 'CHILD'
      | 'CITY'
      | 'ATTRIBUTE'
      | 'SEGMENT'
      | 'MEMBER_LIST'
      | 'REGISTERED'
      | 'BUCKET'
      | 'NTH_PURCHASE'
      | 'FIRST_PURCHASE';
  }
>;

function checkMember(condition: OfMember, path: string, faults: Faults): void {
  switch (condition.kind) {
    case 'IDENTIFIED':
    case 'GENDER':
    case 'FIRST_PURCHASE':
      return;
    case 'AGE':
      faults.check(condition.from !== null || condition.to !== null, path, 'EMPTY', 'Give the age from, to, or both.');
      return checkAges(condition.from ?? 0, condition.to ?? AGE_MAX, path, faults);
    case 'BIRTHDAY':
      faults.integer(`${path}.daysBefore`, condition.daysBefore, 0, BIRTHDAY_DAYS_MAX, 'Days before the birthday');
      return faults.integer(`${path}.daysAfter`, condition.daysAfter, 0, BIRTHDAY_DAYS_MAX, 'Days after the birthday');
    case 'CHILD':
      if (condition.birthdayWithin !== null) {
        faults.integer(
          `${path}.birthdayWithin`,
          condition.birthdayWithin,
          0,
          BIRTHDAY_DAYS_MAX,
          'Days to the birthday',
        );
      }
      return checkAges(condition.ageFrom, condition.ageTo, path, faults);
    case 'CITY':
      return faults.names(`${path}.in`, condition.in, 'city');
    case 'ATTRIBUTE':
      return checkAttribute(condition, path, faults);
    case 'SEGMENT':
      return faults.names(`${path}.in`, condition.in, 'segment');
    case 'MEMBER_LIST':
      return faults.names(`${path}.in`, condition.in, 'list of members');
    case 'REGISTERED':
      return checkRegistered(condition, path, faults);
    case 'BUCKET': {
      const { fromShare, toShare } = condition;
      const isPart = fromShare >= 0n && toShare <= 10_000n;
      faults.check(isPart, path, 'OUT_OF_BOUNDS', 'A part of the members lies between 0 and 100 %.');
      return faults.check(fromShare < toShare, path, 'REVERSED', 'The part of the members is empty.');
    }
    case 'NTH_PURCHASE':
      faults.check(
        (condition.n === null) !== (condition.every === null),
        path,
        'EMPTY',
        'Give either the n-th purchase or every n-th.',
      );
      return faults.integer(path, condition.n ?? condition.every ?? 1, 1, NTH_MAX, 'The number of the purchase');
  }
}

function checkAges(from: number, to: number, path: string, faults: Faults): void {
  faults.integer(path, from, 0, AGE_MAX, 'An age');
  faults.integer(path, to, 0, AGE_MAX, 'An age');
  faults.check(
    from <= to,
    path,
    'REVERSED',
    'Nobody is older than {from} and younger than {to}: the range ends before it starts.',
    { from, to },
  );
}

function checkRegistered(
  { withinDays, beforeDays }: Extract<Condition, { kind: 'REGISTERED' }>,
  path: string,
  faults: Faults,
): void {
  faults.check(withinDays !== null || beforeDays !== null, path, 'EMPTY', 'Give the days since the registration.');
  faults.integer(path, withinDays ?? 0, 0, DAYS_MAX, 'Days since the registration');
  faults.integer(path, beforeDays ?? 0, 0, DAYS_MAX, 'Days since the registration');
  const isForward = withinDays === null || beforeDays === null || beforeDays <= withinDays;
  faults.check(isForward, path, 'REVERSED', 'Nobody registered both so lately and so long ago.');
}
