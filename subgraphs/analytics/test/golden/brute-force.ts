import type { BookedLine, BookedReceipt } from '@adal/events';
import { bucketDay, firstInstantOf, localParts } from './clock';
import {
  memberDimensions,
  profileDimensions,
  receiptDimensions,
  storeDimensions,
  timeDimensions,
} from './golden-dimensions';
import type { World } from './world';

/** What it can answer. */
export const COUNTED_BY_HAND = [
  ...['sales.revenue', 'sales.receipts', 'sales.average_receipt', 'penetration.revenue', 'penetration.receipts'],
  ...['members.registered', 'members.new', 'members.active'],
  ...['points.issued', 'points.redeemed', 'points.expired', 'points.redemption_rate'],
];

/** A question as the API takes it. */
export interface GoldenQuestion {
  readonly key: string;
  readonly from: Date;
  readonly to: Date;
  readonly grain: string | null;
  readonly by: readonly string[];
  readonly filters: readonly { readonly dimension: string; readonly values: readonly string[] }[];
}

export interface GoldenRow {
  readonly time: Date | null;
  readonly dimensions: string[];
  readonly value: number | null;
}

const ZONE = 'Asia/Almaty';

/** What a metric needs of something that happened. */
interface Happening {
  readonly at: number;
  readonly day: string;
  readonly hour: number;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly of: { receipt?: BookedReceipt; line?: BookedLine; kind?: string; amount?: number };
}

/** What was found of a world, looked up once: nothing of it changes, and every engine is asked the same. */
const known = new WeakMap<World, Map<string, unknown>>();

function once<T>(world: World, name: string, find: () => T): T {
  const found = known.get(world) ?? new Map<string, unknown>();
  known.set(world, found);
  if (!found.has(name)) found.set(name, find());
  return found.get(name) as T;
}

/** Answers from what happened, one by one, in plain loops: no SQL, no tables, none of the code under test. */
export const bruteForce = (world: World, question: GoldenQuestion): GoldenRow[] =>
  once(world, JSON.stringify(question), () => countUp(world, question));

function countUp(world: World, question: GoldenQuestion): GoldenRow[] {
  const isLevel = question.key === 'members.registered';
  const lastDay = localParts(question.to.getTime() - 1, ZONE).day;
  const kept = happeningsFor(world, question.key, lastDay).filter(
    ({ at, dimensions }) =>
      (isLevel || at >= question.from.getTime()) &&
      at < question.to.getTime() &&
      question.filters.every(({ dimension, values }) =>
        values.some((value) => matches(dimension, dimensions[dimension] ?? '', value)),
      ),
  );
  const groups = new Map<string, { bucket: string; dimensions: string[]; happenings: Happening[] }>();
  const add = (bucket: string, dimensions: string[], happenings: Happening[]): void => {
    const key = JSON.stringify([bucket, dimensions]);
    const group = groups.get(key) ?? { bucket, dimensions, happenings: [] };
    group.happenings.push(...happenings);
    groups.set(key, group);
  };
  const buckets = question.grain === null ? [''] : bucketsOf(question.from, question.to, question.grain);
  for (const one of kept) {
    const dimensions = question.by.map((dimension) => one.dimensions[dimension] ?? '');
    const own = question.grain === null ? '' : bucketOf(one, question.grain);
    if (!isLevel) add(own, dimensions, [one]);
    else
      for (const bucket of buckets)
        add(bucket, dimensions, bucket === '' || one.at < question.from.getTime() || own <= bucket ? [one] : []);
  }
  if (question.by.length === 0) for (const bucket of buckets) add(bucket, [], []);
  return [...groups.values()]
    .map(({ bucket, dimensions, happenings }) => ({
      time: bucket === '' ? null : new Date(firstInstantOf(bucket.slice(0, 10), Number(bucket.slice(11)), ZONE)),
      dimensions,
      value: valueOf(question.key, happenings),
    }))
    .sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

const sortKey = ({ time, dimensions }: GoldenRow): string => [time?.toISOString() ?? '', ...dimensions].join('\u0000');

function matches(dimension: string, actual: string, wanted: string): boolean {
  return actual === wanted || (dimension === 'category' && wanted !== '' && actual.startsWith(`${wanted} > `));
}

const bucketOf = ({ day, hour }: { day: string; hour: number }, grain: string): string =>
  `${bucketDay(day, grain)} ${String(grain === 'HOUR' ? hour : 0).padStart(2, '0')}`;

function bucketsOf(from: Date, to: Date, grain: string): string[] {
  const found = new Set<string>();
  for (let at = from.getTime(); at < to.getTime(); at += 1_800_000) found.add(bucketOf(localParts(at, ZONE), grain));
  return [...found];
}

function happeningsFor(world: World, key: string, lastDay: string): Happening[] {
  if (key === 'members.new' || key === 'members.registered')
    return once(world, `registered ${lastDay}`, () => registeredOf(world, lastDay));
  if (key.startsWith('points.'))
    return once(world, `points ${lastDay}`, () => pointsOf(world, lastDay)).filter(
      ({ of }) =>
        of.amount !== 0 &&
        (key === `points.${of.kind ?? ''}` || (key === 'points.redemption_rate' && of.kind !== 'expired')),
    );
  return once(world, `sold ${lastDay}`, () =>
    world.receipts.flatMap((receipt) => receipt.lines.map((line) => sold(world, receipt, line, lastDay))),
  );
}

function registeredOf(world: World, lastDay: string): Happening[] {
  return world.members.map((member) => {
    const at = Date.parse(member.registeredAt);
    return { at, ...localParts(at, ZONE), dimensions: profileDimensions(world, member, lastDay), of: {} };
  });
}

function sold(world: World, receipt: BookedReceipt, line: BookedLine, lastDay: string): Happening {
  const product = world.products.find(({ sku }) => sku === line.sku);
  return {
    ...placeOf(world, receipt),
    dimensions: {
      ...placeOf(world, receipt).dimensions,
      ...receiptDimensions(receipt),
      ...memberDimensions(world, receipt.memberId, lastDay),
      sku: line.sku,
      brand: line.brand ?? product?.brand ?? '',
      category: line.categoryPath ?? product?.categoryPath ?? '',
    },
    of: { receipt, line },
  };
}

function placeOf(world: World, receipt: BookedReceipt): Omit<Happening, 'of'> {
  const time = { day: receipt.businessDay, hour: receipt.businessHour };
  return {
    at: Date.parse(receipt.occurredAt),
    ...time,
    dimensions: { ...storeDimensions(world, receipt.storeId), ...timeDimensions(time) },
  };
}

function pointsOf(world: World, lastDay: string): Happening[] {
  const ofMember = (memberId: string | null, legalEntity: string): Readonly<Record<string, string>> => ({
    ...memberDimensions(world, memberId, lastDay),
    legalEntity,
  });
  const booked = world.receipts.filter(({ pointsBooked, kind }) => pointsBooked && kind === 'SALE');
  const without = [
    ...world.expired.map((movement) => ({ kind: 'expired', movement })),
    ...world.granted.filter(({ reason }) => reason === 'GRANT').map(({ movement }) => ({ kind: 'issued', movement })),
  ];
  return [
    ...booked.flatMap((receipt) => {
      const place = placeOf(world, receipt);
      const dimensions = { ...place.dimensions, ...ofMember(receipt.memberId, receipt.legalEntity) };
      return [
        { ...place, dimensions, of: { kind: 'issued', amount: receipt.pointsEarnedMinor } },
        { ...place, dimensions, of: { kind: 'redeemed', amount: receipt.pointsSpentMinor } },
      ];
    }),
    ...without.map(({ kind, movement }) => {
      const at = Date.parse(movement.occurredAt);
      const time = { day: movement.businessDay, hour: localParts(at, ZONE).hour };
      return {
        at,
        ...time,
        dimensions: {
          ...storeDimensions(world, ''),
          ...timeDimensions(time),
          ...ofMember(movement.memberId, movement.legalEntity),
        },
        of: { kind, amount: movement.amountMinor },
      };
    }),
  ];
}

function valueOf(key: string, happenings: readonly Happening[]): number | null {
  const receipts = happenings.flatMap(({ of }) => of.receipt ?? []);
  const sales = (identifiedOnly: boolean): number =>
    new Set(
      receipts
        .filter(({ kind, memberId }) => kind === 'SALE' && (!identifiedOnly || memberId !== null))
        .map(({ purchaseId }) => purchaseId),
    ).size;
  const revenue = (identifiedOnly: boolean): number =>
    happenings.reduce(
      (sum, { of }) => sum + (!identifiedOnly || of.receipt?.memberId ? (of.line?.amountMinor ?? 0) : 0),
      0,
    );
  const points = (kind: string): number =>
    happenings.reduce((sum, { of }) => sum + (of.kind === kind ? (of.amount ?? 0) : 0), 0);
  switch (key) {
    case 'sales.revenue':
      return revenue(false) / 100;
    case 'sales.receipts':
      return sales(false);
    case 'sales.average_receipt':
      return over(revenue(false), 100 * sales(false));
    case 'penetration.revenue':
      return over(revenue(true), revenue(false));
    case 'penetration.receipts':
      return over(sales(true), sales(false));
    case 'members.active':
      return new Set(
        receipts.filter(({ kind, memberId }) => kind === 'SALE' && memberId).map(({ memberId }) => memberId),
      ).size;
    case 'points.issued':
      return points('issued') / 100;
    case 'points.redeemed':
      return points('redeemed') / 100;
    case 'points.expired':
      return points('expired') / 100;
    case 'points.redemption_rate':
      return over(points('redeemed'), points('issued'));
    default:
      return happenings.length;
  }
}

const over = (above: number, below: number): number | null => (below === 0 ? null : above / below);
