import { formatMilli, formatMinor, MILLI_MAX, MINOR_MAX, parseDecimal } from '@adal/money';
import { z } from 'zod';
import { clockText } from './time-checks';

const HUNDREDTHS = 2;
const THOUSANDTHS = 3;

/** Money and points: "1250.00". */
export const money = decimal(HUNDREDTHS, MINOR_MAX, formatMinor, 'an amount such as "1250.00"');
/** Thousandths of a unit: "1.5". */
export const quantity = decimal(THOUSANDTHS, MILLI_MAX, formatMilli, 'a quantity such as "1.5"');
/** Percentages and factors in hundredths: "12.5". */
export const hundredths = decimal(
  HUNDREDTHS,
  1_000_000n,
  (value) => formatMilli(value * 10n),
  'a number with at most two decimals, such as "12.5"',
);
/** Counts that are compared with what was counted. */
export const count = z.codec(z.int(), z.bigint(), { decode: BigInt, encode: Number });
/** RFC 3339 on the outside, epoch milliseconds within. */
export const instant = z.codec(z.iso.datetime({ offset: true }), z.number(), {
  decode: (text) => Date.parse(text),
  encode: (at) => new Date(at).toISOString(),
});
/** Minutes of the day as "18:30"; the end of a day is "24:00". */
export const clock = z.codec(
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write a time as "18:30".'),
  z.number(),
  {
    decode: (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)),
    encode: clockText,
  },
);

/** A field that may be left out or null. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null as never);

export const names = z.array(z.string());
/** A list that may be left out. */
export const anyNames = z.array(z.string()).default([]);

function decimal(decimals: number, max: bigint, format: (value: bigint) => string, what: string) {
  return z.codec(z.string().max(32), z.bigint(), {
    decode(text, ctx) {
      const value = parseDecimal(text, decimals);
      if (value !== null && value <= max && value >= -max) return value;
      ctx.issues.push({ code: 'custom', input: text, message: `Must be ${what}, as a string.` });
      return z.NEVER;
    },
    encode: format,
  });
}
