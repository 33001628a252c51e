import { z } from 'zod';
import type { Effect } from './effect';
import { goods } from './json-goods';
import { hundredths, money, optional, quantity } from './json-values';

const of = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

const parts = z.array(z.strictObject({ goods, quantity: z.int() }));
const every = optional(z.int());
const dates = { activationDays: optional(z.int()), lifetimeDays: optional(z.int()) };
const text = z.strictObject({ en: z.string().default(''), ru: z.string().default(''), kk: z.string().default('') });

const tiers = <By extends string>(by: By, from: z.ZodType<bigint>) =>
  of('TIERS', {
    goods,
    by: z.literal(by),
    steps: z.array(z.strictObject({ from, percent: optional(hundredths), amount: optional(money) })),
  });

/** An effect of a promotion. */
export const effect = z.discriminatedUnion('kind', [
  of('PERCENT', { goods, percent: hundredths }),
  of('AMOUNT_OFF', { goods, amount: money, every }),
  of('FIXED_PRICE', { goods, price: money }),
  of('CHEAPEST_FREE', { goods, of: z.int(), free: z.int() }),
  of('N_FOR_M', { goods, take: z.int(), pay: z.int() }),
  of('NTH_AT_PERCENT', { goods, n: z.int(), percent: hundredths }),
  of('BUNDLE_PRICE', { parts, price: money }),
  of('SET_PERCENT', { parts, percent: hundredths }),
  of('GIFT', { goods, quantity: z.int() }),
  z.discriminatedUnion('by', [tiers('SUM', money), tiers('QUANTITY', quantity)]),
  of('POINTS_FIXED', { goods, points: money, every, ...dates }),
  of('POINTS_PERCENT', { goods, percent: hundredths, ...dates }),
  of('POINTS_MULTIPLIER', { goods, factor: hundredths, ...dates }),
  of('POINTS_BY_TENDER', {
    goods,
    rates: z.array(z.strictObject({ tender: z.string(), percent: hundredths })),
    ...dates,
  }),
  of('COUPON_NOW', { poolId: z.string() }),
  of('COUPON_NEXT', { poolId: z.string() }),
  of('MESSAGE', { text }),
  of('RECEIPT_TEXT', { text }),
]) as z.ZodType<Effect>;
