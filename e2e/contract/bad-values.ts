import { getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from 'graphql';
import type { Mutation } from './graph';

/** One wrong input: variables with something bad in one place. */
export interface BadInput {
  readonly what: string;
  readonly variables: Variables;
}
export type Variables = { [name: string]: unknown };

/** Stands for a number that JSON can write and no machine can hold; see `jsonOf`. */
const HUGE = '@@1e400@@';
/** JSON of a request, with numbers that JavaScript cannot write itself. */
export const jsonOf = (body: object): string => JSON.stringify(body).replaceAll(`"${HUGE}"`, '1e400');

const ABSENT = Symbol('absent');
const nested = (levels: number): object => {
  let value: object = {};
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
};

const ANYWHERE: readonly unknown[] = [ABSENT, null];
const OF_NO_TYPE: readonly unknown[] = [42.5, true, [], nested(200), HUGE];
const TEXTS: readonly unknown[] = [
  '',
  ' ',
  'x'.repeat(100_000),
  '\u0000',
  'a\u0000b',
  '\u0007\u001b[31m\u007f',
  "'; drop table member; --",
  '$1 ${7*7} {{7*7}} %s %n',
  '<script>alert(1)</script>',
  '") { __typename } }',
  '🎁'.repeat(40),
  '\ud83c',
  'a\udf81\ud83c',
  '../../etc/passwd',
  '01a2029d-a2b4-761a-8308-fb3afd106dbe',
  '01A2029D-A2B4-761A-8308-FB3AFD106DBE',
  'null',
  '-1',
  '1e400',
  'NaN',
];
const INTEGERS: readonly unknown[] = [-1, 0, 2_147_483_647, 2_147_483_648, -2_147_483_648, 1.5, 1e21, HUGE, '7', 'NaN'];
const AMOUNTS: readonly unknown[] = [
  ...['-1.00', '0.00', '0.01', '1.001', '99999999999999999999.00', '90071992547409.92', '999999999999.99'],
  ...['1e400', 'NaN', 'Infinity', '1,5', '٣', '', ' 1', '+1', '0x10', 1e21, HUGE, '1'.repeat(100_000)],
];
const INSTANTS: readonly unknown[] = [
  ...['0000-00-00T00:00:00Z', '2026-02-30T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
  ...[
    '+275760-09-13T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '2026-11-22',
    '2026-11-22T25:61:61Z',
    'now',
    '',
    1_795_000_000,
  ],
];
const DAYS: readonly unknown[] = ['0000-00-00', '2026-02-30', '0001-01-01', '9999-12-31', '22.11.2026', '', 20_261_122];
const BY_TYPE: Readonly<Record<string, readonly unknown[]>> = {
  Int: INTEGERS,
  Float: [...INTEGERS, 1e308, -1e308],
  Boolean: ['true', 1],
  Money: AMOUNTS,
  Points: AMOUNTS,
  Decimal: AMOUNTS,
  DateTime: INSTANTS,
  LocalDate: DAYS,
};
const LIST_LENGTH = 10_000;

/** Least kinds of bad values that every place gets; the places of one type share all kinds of it. */
const SHARE_MIN = 3;

/** Bad inputs for every place of a mutation's variables, given some that are good: each kind at least once for each type. */
export function badInputsOf({ field }: Mutation, good: Variables): BadInput[] {
  const places = field.args.flatMap(({ name, type }) => placesIn([name], type, good[name]));
  const alike = Map.groupBy(places, ({ type }) => kindOf(type));
  const all = [...alike.values()].flatMap((group) =>
    group.flatMap((place, index) => {
      const kinds = badValuesOf(place.type, place.value);
      const share = Math.max(SHARE_MIN, Math.ceil(kinds.length / group.length));
      const turned = [...kinds, ...kinds].slice((index * share) % kinds.length).slice(0, Math.min(share, kinds.length));
      return [...ANYWHERE, ...turned].map((bad) => badInput(good, place.path, bad));
    }),
  );
  const objects = places.filter(({ type, value }) => isInputObjectType(getNullableType(type)) && value != null);
  const surplus = objects.map(({ path }) => badInput(good, [...path, 'surplus'], 'x'));
  return [...all, ...surplus, { what: 'a variable nobody declared', variables: { ...good, surplus: nested(50) } }];
}

interface Place {
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
  readonly value: unknown;
}

/** The place itself, and what is below: fields of an object, the first item of a list. */
function placesIn(path: readonly string[], type: GraphQLInputType, value: unknown): Place[] {
  const inner = getNullableType(type);
  const here = { path, type, value };
  if (isListType(inner)) {
    const [first] = Array.isArray(value) ? (value as unknown[]) : [];
    return first === undefined ? [here] : [here, ...placesIn([...path, '0'], inner.ofType, first)];
  }
  if (!isInputObjectType(inner) || value == null) return [here];
  const fields = Object.values(inner.getFields());
  return [here, ...fields.flatMap(({ name, type: of }) => placesIn([...path, name], of, (value as Variables)[name]))];
}

/** `[String]` and `[ID!]!` are both lists, and get what lists get. */
function kindOf(type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (isListType(inner)) return 'list';
  return isInputObjectType(inner) ? 'object' : isEnumType(inner) ? 'enum' : inner.name;
}

function badValuesOf(type: GraphQLInputType, value: unknown): readonly unknown[] {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const item: unknown = Array.isArray(value) && value.length > 0 ? (value as unknown[])[0] : 'x';
    return [Array.from({ length: LIST_LENGTH }, () => item), [null], 'x', ...OF_NO_TYPE];
  }
  if (isInputObjectType(inner)) return ['x', ...OF_NO_TYPE];
  if (isEnumType(inner)) return ['NOBODY', inner.getValues()[0]?.name.toLowerCase(), ...OF_NO_TYPE];
  return [...(BY_TYPE[inner.name] ?? TEXTS), ...OF_NO_TYPE];
}

function badInput(good: Variables, path: readonly string[], bad: unknown): BadInput {
  const told = bad === ABSENT ? 'absent' : JSON.stringify(bad).slice(0, 60);
  return { what: `${path.join('.')} = ${told}`, variables: withValue(good, path, bad) };
}

/** A copy with another value in one place. */
function withValue(variables: Variables, path: readonly string[], value: unknown): Variables {
  const copy = structuredClone(variables);
  let at: unknown = copy;
  for (const name of path.slice(0, -1)) at = (at as Variables)[name] ??= {};
  const last = path.at(-1) ?? '';
  if (value === ABSENT) delete (at as Variables)[last];
  else (at as Variables)[last] = value;
  return copy;
}
