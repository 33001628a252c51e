import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { formatMilli, formatMinor, MILLI_MAX, MINOR_MAX, parseMilli, parseMinor } from './minor';

/** Money on the wire: "1250.00"; in code: bigint minor units. */
export const MoneyScalar = amountScalar('Money', 'an amount such as "1250.00"', parseMinor, formatMinor, MINOR_MAX);
/** Points on the wire: "62.50"; in code: bigint minor units. */
export const PointsScalar = amountScalar('Points', 'points such as "62.50"', parseMinor, formatMinor, MINOR_MAX);
/** A decimal on the wire: "1.250"; in code: bigint thousandths. */
export const DecimalScalar = amountScalar('Decimal', 'a number such as "1.250"', parseMilli, formatMilli, MILLI_MAX);
/** RFC 3339 on the wire; in code: Date. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : null),
});
/** YYYY-MM-DD on the wire and in code. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  serialize: (value) => String(value),
  parseValue: readDate,
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : null),
});

/** Every scalar of this package by its SDL name, for a subgraph's resolvers. */
export const scalars = {
  Money: MoneyScalar,
  Points: PointsScalar,
  Decimal: DecimalScalar,
  DateTime: DateTimeScalar,
  LocalDate: LocalDateScalar,
};

function amountScalar(
  name: string,
  example: string,
  parse: (text: string) => bigint | null,
  format: (value: bigint) => string,
  max: bigint,
): GraphQLScalarType<bigint, string> {
  const read = (raw: unknown): bigint => {
    const text = typeof raw === 'number' && Number.isSafeInteger(raw) ? String(raw) : raw;
    const value = typeof text === 'string' && text.length <= 32 ? parse(text) : null;
    if (value === null) throw badInput(`${name} must be ${example}, as a string.`);
    if (value > max || value < -max) throw badInput(`${name} must be at most ${format(max)}.`);
    return value;
  };
  return new GraphQLScalarType<bigint, string>({
    name,
    serialize: (value) => (typeof value === 'bigint' ? format(value) : String(value)),
    parseValue: read,
    parseLiteral: (node) =>
      read(node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : null),
  });
}

function readInstant(raw: unknown): Date {
  const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})$/;
  const instant = typeof raw === 'string' && rfc3339.test(raw) ? new Date(raw) : null;
  if (!instant || Number.isNaN(instant.getTime())) {
    throw badInput('DateTime must be RFC 3339 with an offset, such as "2026-11-22T10:15:00+05:00".');
  }
  return instant;
}

function readDate(raw: unknown): string {
  if (typeof raw === 'string' && isLocalDate(raw)) return raw;
  throw badInput('LocalDate must be a date such as "2026-11-22".');
}

/** True for a date of the calendar written YYYY-MM-DD. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
