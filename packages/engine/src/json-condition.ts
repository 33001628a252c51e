import { z } from 'zod';
import type { Condition } from './condition';
import { attributeFields, goods } from './json-goods';
import { anyNames, clock, count, hundredths, instant, money, names, optional, quantity } from './json-values';

/** Windows of the day. */
export const hours = z.array(z.strictObject({ from: clock, until: clock }));

const gender = z.enum(['FEMALE', 'MALE']);
const days = z.int();
const bounds = (unit: z.ZodType<bigint>) => ({ atLeast: optional(unit), atMost: optional(unit) });
const list = <Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind), in: names });

const lines = <Measure extends string>(measure: Measure, unit: z.ZodType<bigint>) =>
  z.strictObject({ kind: z.literal('LINES'), goods, measure: z.literal(measure), ...bounds(unit) });
const basket = <Measure extends string>(measure: Measure, unit: z.ZodType<bigint>) =>
  z.strictObject({ kind: z.literal('BASKET'), measure: z.literal(measure), ...bounds(unit) });
const bought = <Measure extends string>(measure: Measure, unit: z.ZodType<bigint>) =>
  z.strictObject({
    kind: z.literal('BOUGHT'),
    goods,
    measure: z.literal(measure),
    withinDays: days,
    ...bounds(unit),
  });

/** What is measured decides how its bounds are written: money, a quantity or a count. */
const measured = [
  z.discriminatedUnion('measure', [lines('SUM', money), lines('QUANTITY', quantity), lines('COUNT', count)]),
  z.discriminatedUnion('measure', [basket('SUM', money), basket('QUANTITY', quantity), basket('LINES', count)]),
  z.discriminatedUnion('measure', [bought('SUM', money), bought('QUANTITY', quantity), bought('RECEIPTS', count)]),
] as const;

const purchase = [
  z.strictObject({ kind: z.literal('NTH_PURCHASE'), n: optional(z.int()), every: optional(z.int()) }),
  z.strictObject({ kind: z.literal('FIRST_PURCHASE') }),
  list('TENDER'),
  z.strictObject({ kind: z.literal('CHANNEL'), in: z.array(z.enum(['POS', 'ONLINE', 'APP'])) }),
  z.strictObject({
    kind: z.literal('STORE'),
    storeIds: anyNames,
    cities: anyNames,
    banners: anyNames,
    brands: anyNames,
  }),
  z.strictObject({ kind: z.literal('COUPON'), poolId: z.string() }),
] as const;

const time = [
  z.strictObject({ kind: z.literal('PERIOD'), from: optional(instant), until: optional(instant) }),
  z.strictObject({ kind: z.literal('WEEKDAYS'), in: z.array(z.int()) }),
  z.strictObject({ kind: z.literal('HOURS'), in: hours }),
  z.strictObject({
    kind: z.literal('HOLIDAY'),
    names: anyNames,
    daysBefore: days.default(0),
    daysAfter: days.default(0),
  }),
] as const;

const member = [
  z.strictObject({ kind: z.literal('IDENTIFIED') }),
  z.strictObject({ kind: z.literal('GENDER'), gender }),
  z.strictObject({ kind: z.literal('AGE'), from: optional(z.int()), to: optional(z.int()) }),
  z.strictObject({ kind: z.literal('BIRTHDAY'), daysBefore: days.default(0), daysAfter: days.default(0) }),
  z.strictObject({
    kind: z.literal('CHILD'),
    ageFrom: z.int(),
    ageTo: z.int(),
    gender: optional(gender),
    birthdayWithin: optional(days),
  }),
  list('CITY'),
  z.strictObject({ kind: z.literal('ATTRIBUTE'), ...attributeFields }),
  list('SEGMENT'),
  list('MEMBER_LIST'),
  z.strictObject({ kind: z.literal('REGISTERED'), withinDays: optional(days), beforeDays: optional(days) }),
  z.strictObject({ kind: z.literal('BUCKET'), salt: z.string(), fromShare: hundredths, toShare: hundredths }),
  z.strictObject({ kind: z.literal('DAYS_SINCE_LAST'), ...bounds(count) }),
  z.strictObject({ kind: z.literal('BOUGHT_WITHOUT'), goods, accessory: goods, withinDays: days }),
] as const;

/** A condition of the tree. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ALL'), of: z.array(condition) }),
    z.strictObject({ kind: z.literal('ANY'), of: z.array(condition) }),
    z.strictObject({ kind: z.literal('NOT'), of: condition }),
    ...measured,
    ...purchase,
    ...time,
    ...member,
  ]),
);
