import { askStore } from '../metrics';
import { type Days, type ReportAsk, whole } from '../reports';
import { isIn } from '../member-reports';
import { askReach, goodsOf, type Reach } from '../member-reports';
import { OTHERS } from './brand-mix.words';

/** Where members buy: in stores of many brands, in those of one, in both. */
export const CLASSES = ['MULTI', 'MONO', 'BOTH'] as const;
export type Class = (typeof CLASSES)[number];

/** Stores as the report tells them apart, of those that it is narrowed to. */
export interface Formats {
  readonly multi: readonly string[];
  readonly mono: readonly string[];
  /** The brands with most stores; what comes after is one more. */
  readonly brands: readonly string[];
  /** Stores of the brand at this place. */
  storesOf(place: number): readonly string[];
}

/** Brands that are told apart. */
const BRANDS_MAX = 12;

export async function readFormats(ask: ReportAsk): Promise<Formats> {
  const rows = await askStore(ask.ctx, {
    sql: 'SELECT store_id, brand, city FROM stores ORDER BY store_id',
    parameters: {},
  });
  const { stores, cities } = goodsOf(ask);
  const own = rows
    .map((row) => ({ id: String(row['store_id']), brand: String(row['brand']), city: String(row['city']) }))
    .filter(({ id, city }) => (stores?.includes(id) ?? true) && (cities?.includes(city) ?? true));
  const mono = own.filter(({ brand }) => brand !== '');
  const byBrand = [...Map.groupBy(mono, ({ brand }) => brand)].sort(
    ([, left], [, right]) => right.length - left.length,
  );
  const named = byBrand.slice(0, BRANDS_MAX);
  const others = byBrand.slice(BRANDS_MAX).flatMap(([, some]) => some);
  const places = [...named, ...(others.length > 0 ? [[OTHERS.key, others] as const] : [])];
  const idsOf = (some: readonly { id: string }[]): string[] => some.map(({ id }) => id);
  return {
    multi: idsOf(own.filter(({ brand }) => brand === '')),
    mono: idsOf(mono),
    brands: places.map(([brand]) => brand),
    storesOf: (place) => idsOf(places[place]?.[1] ?? []),
  };
}

interface Bought {
  readonly members: number;
  readonly purchases: number;
  readonly revenue: number;
  /** Members of the class in the days before. */
  readonly before: number;
}

export interface Mix {
  readonly classes: Readonly<Record<Class, Bought>>;
  readonly brands: readonly { readonly members: number; readonly revenue: number }[];
  /** Members who bought of both, by place; the first is the lesser. */
  readonly pairs: readonly (readonly number[])[];
  /** By "class before" and "class now"; null stands for who did not buy. */
  readonly migration: ReadonlyMap<string, number>;
}

export async function askMix(ask: ReportAsk, formats: Formats, before: Days): Promise<Mix> {
  const places = formats.brands.map((_, place) => place);
  const [classRows, [pairRow], brandRows] = await Promise.all([
    askClasses(ask, formats, before),
    places.length === 0 ? [] : askPairs(ask, formats),
    askBrandRevenue(ask, formats),
  ]);
  const pairs = places.map((one) =>
    places.map((other) => (other < one ? 0 : Number(pairRow?.[`n${one}_${other}`] ?? 0))),
  );
  const migration = new Map(
    classRows.map((row) => [`${nameOf(row['was'])} ${nameOf(row['now'])}`, Number(row['members'])]),
  );
  const sum = (name: 'was' | 'now', one: Class, column: string): number =>
    classRows.reduce((total, row) => (row[name] === one ? total + Number(row[column]) : total), 0);
  const classes = Object.fromEntries(
    CLASSES.map((one) => [
      one,
      {
        members: sum('now', one, 'members'),
        purchases: sum('now', one, 'purchases'),
        revenue: whole(sum('now', one, 'revenue')),
        before: sum('was', one, 'members'),
      },
    ]),
  ) as Record<Class, Bought>;
  const revenue = new Map(brandRows.map((row) => [Number(row['code']), whole(row['revenue'])]));
  const brands = places.map((place) => ({ members: pairs[place]?.[place] ?? 0, revenue: revenue.get(place + 1) ?? 0 }));
  return { classes, brands, pairs, migration };
}

const nameOf = (text: unknown): string => (text === '' ? 'null' : String(text));

/** Rows `r` with the code of their store: 0 for many brands, then the places of brands. Stores that nobody told of have no format. */
function bought(reach: Reach, formats: Formats, days: Days): string {
  const named = reach.bind(
    'Array(String)',
    formats.brands.filter((brand) => brand !== OTHERS.key),
  );
  const others = formats.brands.length;
  const code = `if(s.brand = '', 0, if(indexOf(${named}, s.brand) > 0, indexOf(${named}, s.brand), ${others}))`;
  return `(SELECT b.*, s.code AS code FROM ${reach.bought(days)} AS b
    JOIN (SELECT s.store_id AS store_id, toInt64(${code}) AS code FROM stores AS s) AS s ON s.store_id = b.sale_store_id)`;
}

const classIn = (multi: string, mono: string): string =>
  `if(${multi} > 0, if(${mono} > 0, 'BOTH', 'MULTI'), if(${mono} > 0, 'MONO', ''))`;

async function askClasses(ask: ReportAsk, formats: Formats, before: Days): ReturnType<typeof askReach> {
  const [first, last] = [before.from < ask.days.from ? before : ask.days, before.to > ask.days.to ? before : ask.days];
  return askReach(ask, (reach) => {
    const isWithin = ({ from, to }: Days): string =>
      `r.sale_day >= ${reach.day(from)} AND r.sale_day <= ${reach.day(to)}`;
    const [then, now] = [isWithin(before), isWithin(ask.days)];
    const members = reach.perMember(
      bought(reach, formats, { from: first.from, to: last.to }),
      `countIf(r.stands AND r.code = 0 AND ${then}) AS multi_then, countIf(r.stands AND r.code > 0 AND ${then}) AS mono_then,
       countIf(r.stands AND r.code = 0 AND ${now}) AS multi_now, countIf(r.stands AND r.code > 0 AND ${now}) AS mono_now,
       sumIf(r.amount_minor, ${now}) AS revenue`,
    );
    return `SELECT ${classIn('p.multi_then', 'p.mono_then')} AS was, ${classIn('p.multi_now', 'p.mono_now')} AS now,
        toInt64(count()) AS members, toInt64(sum(p.multi_now + p.mono_now)) AS purchases, toInt64(sum(p.revenue)) AS revenue
      FROM (${members}) AS p GROUP BY was, now`;
  });
}

/** How many bought of both brands, of each with itself too. */
async function askPairs(ask: ReportAsk, formats: Formats): ReturnType<typeof askReach> {
  return askReach(ask, (reach) => {
    const counted = formats.brands.flatMap((_, one) =>
      formats.brands
        .slice(one)
        .map(
          (__, more) =>
            `toInt64(countIf(${isIn('p.mask', one + 1)} AND ${isIn('p.mask', one + more + 1)})) AS n${one}_${one + more}`,
        ),
    );
    const mask = 'groupBitOr(if(r.stands, bitShiftLeft(toInt64(1), r.code), toInt64(0))) AS mask';
    return `SELECT ${counted.join(', ')} FROM (${reach.perMember(bought(reach, formats, ask.days), mask)}) AS p`;
  });
}

const askBrandRevenue = (ask: ReportAsk, formats: Formats): ReturnType<typeof askReach> =>
  askReach(
    ask,
    (
      reach,
    ) => `SELECT r.code AS code, toInt64(sum(r.amount_minor)) AS revenue FROM ${bought(reach, formats, ask.days)} AS r
      WHERE r.code > 0 AND r.member_id IN (SELECT m.member_id FROM members AS m WHERE m.status <> 'CLOSED') GROUP BY r.code`,
  );
