import { DateTime } from 'luxon';
import type { BookedLine, BookedReceipt, LotSnapshot, MemberSnapshot, StoreSnapshot } from '@adal/events';
import { couponsHold, type CouponWorld } from './segment-coupons';
import { isInCell } from './rfm-brute-force';
import { ageOn, dayOf, hasBirthday, isBetween, isIn } from './segment-days';
import { pointsHold } from './segment-points';
import type {
  Condition,
  ConditionOf,
  Goods,
  SegmentNode,
} from '../../src/features/segment-language/segment-definition';
import type { Window } from '../../src/features/segment-language/windows';

/** Everything that a definition may ask about, as plain facts. */
export interface SegmentWorld {
  readonly today: string;
  readonly stores: readonly StoreSnapshot[];
  readonly members: readonly MemberSnapshot[];
  readonly sales: readonly BookedReceipt[];
  /** Returns with the sale they take from. */
  readonly returns: readonly { readonly of: string; readonly receipt: BookedReceipt }[];
  readonly daysOff: readonly string[];
  readonly workingDays: readonly string[];
  /** As the ledger tells them now. */
  readonly lots: readonly LotSnapshot[];
  readonly now: Date;
  /** As promotions tell them. */
  readonly coupons: CouponWorld;
}

/** Whether a member is in a segment, by looking at one fact after another. */
export function holds(world: SegmentWorld, node: SegmentNode, member: MemberSnapshot): boolean {
  switch (node.kind) {
    case 'NOT':
      return !holds(world, node.of, member);
    case 'ALL':
      return node.of.every((part) => holds(world, part, member));
    case 'ANY':
      return node.of.some((part) => holds(world, part, member));
    default:
      return test(world, node, member);
  }
}

function test(world: SegmentWorld, condition: Condition, member: MemberSnapshot): boolean {
  const { today } = world;
  switch (condition.kind) {
    case 'CITY':
      return condition.in.includes(member.city ?? '');
    case 'GENDER':
      return condition.in.includes(member.gender);
    case 'HOME_STORE':
      return condition.in.includes(member.homeStoreId ?? '');
    case 'LANGUAGE':
      return condition.in.includes(member.language);
    case 'ENROLLED_AT':
      return condition.in.includes(member.channel);
    case 'STATUS':
      return condition.in.some((status) => status === member.status);
    case 'AGE':
      return member.birthDate === null
        ? condition.unknown === true
        : isBetween(ageOn(member.birthDate, today), condition);
    case 'REGISTERED':
      return isIn(
        DateTime.fromISO(member.registeredAt, { zone: 'Asia/Almaty' }).toFormat('yyyy-MM-dd'),
        condition.when,
        today,
      );
    case 'CONSENT':
      return member.consents.some(({ channel, given }) => channel === condition.channel && given) === condition.given;
    case 'CONTACT':
      return (condition.contact === 'PHONE' ? member.phone !== null : member.email !== null) === condition.known;
    case 'ATTRIBUTE':
      return condition.in.includes(member.attributes[condition.key] ?? '');
    case 'ATTRIBUTE_KNOWN':
      return Boolean(member.attributes[condition.key]) === condition.known;
    case 'RFM':
      return isInCell(world, member.memberId, condition.grid, condition.cells);
    case 'ATTRIBUTE_RANGE':
      return rangeHolds(member.attributes[condition.key] ?? '', condition);
    case 'CHILD':
      return childrenOf(member).some(
        ({ birthDate, gender }) =>
          birthDate <= today &&
          isBetween(ageOn(birthDate, today), condition) &&
          (condition.gender === undefined || condition.gender === gender),
      );
    case 'CHILDREN':
      return isBetween(childrenOf(member).length, condition);
    case 'BIRTHDAY': {
      const born = condition.of === 'CHILD' ? childrenOf(member).map(({ birthDate }) => birthDate) : [member.birthDate];
      return born.some((day) => day !== null && hasBirthday(day, condition.when, today));
    }
    case 'POINTS':
    case 'POINTS_ACTIVATING':
    case 'POINTS_EXPIRING':
      return pointsHold(world, condition, member);
    case 'COUPONS_RECEIVED':
    case 'COUPONS_REDEEMED':
    case 'COUPONS_USABLE':
    case 'COUPONS_EXPIRING':
    case 'COUPONS_EXPIRED':
      return couponsHold(world.coupons, today, condition, member.memberId);
    default:
      return purchaseHolds(world, condition, member);
  }
}

const childrenOf = (member: MemberSnapshot): { birthDate: string; gender: string | null }[] => member.children ?? [];

function rangeHolds(value: string, { type, from, to }: ConditionOf<'ATTRIBUTE_RANGE'>): boolean {
  const read = (text: string): number | string => (type === 'NUMBER' ? Number(text) : text);
  if (value === '' || (type === 'NUMBER' && Number.isNaN(Number(value)))) return false;
  return (from === undefined || read(value) >= read(from)) && (to === undefined || read(value) <= read(to));
}

/** What a member bought of these goods in a window, less what came back. */
export const boughtByHand = (world: SegmentWorld, memberId: string, of: Goods, when: Window): Kept[] =>
  chosen(world, keptOf(world, memberId), of, when);

/** What is left of a sale's lines. */
interface Kept {
  readonly sale: BookedReceipt;
  readonly lines: readonly BookedLine[];
}

/** What is left of a member's sales, looked up once: what was sold and brought back is the same on every day of a world. */
const known = new WeakMap<SegmentWorld['sales'], Map<string, Kept[]>>();

function keptOf(world: SegmentWorld, memberId: string): Kept[] {
  const own = known.get(world.sales) ?? new Map<string, Kept[]>();
  known.set(world.sales, own);
  if (!own.has(memberId)) own.set(memberId, leftOf(world, memberId));
  return own.get(memberId) ?? [];
}

function leftOf({ sales, returns }: SegmentWorld, memberId: string): Kept[] {
  return sales
    .filter((sale) => sale.memberId === memberId)
    .map((sale) => {
      const back = returns.filter(({ of }) => of === sale.purchaseId).flatMap(({ receipt }) => receipt.lines);
      const lines = sale.lines.map((line) => {
        const mine = back.filter(({ lineNo }) => lineNo === line.lineNo);
        const left = (pick: (one: BookedLine) => number): number =>
          mine.reduce((sum, one) => sum + pick(one), pick(line));
        return {
          ...line,
          quantityMilli: left((one) => one.quantityMilli),
          amountMinor: left((one) => one.amountMinor),
          pointsEarnedMinor: left((one) => one.pointsEarnedMinor),
          pointsSpentMinor: left((one) => one.pointsSpentMinor),
        };
      });
      return { sale, lines: lines.filter(({ quantityMilli }) => quantityMilli > 0) };
    })
    .filter(({ lines }) => lines.length > 0);
}

function purchaseHolds(world: SegmentWorld, condition: Condition, member: MemberSnapshot): boolean {
  const kept = keptOf(world, member.memberId);
  const measured = (of: Goods, when: Window, measure: ConditionOf<'PURCHASES'>['measure']): number =>
    sumUp(chosen(world, kept, of, when), measure);
  switch (condition.kind) {
    case 'PURCHASES':
      return isBetween(measured(condition.of, condition.when, condition.measure), condition);
    case 'AVERAGE_RECEIPT': {
      const receipts = measured({}, condition.when, 'RECEIPTS');
      return receipts > 0 && isBetween(measured({}, condition.when, 'AMOUNT') / receipts, condition);
    }
    case 'DAYS_SINCE': {
      const days = kept.map(({ sale }) => sale.businessDay).sort();
      const day = condition.purchase === 'LAST' ? days.at(-1) : days[0];
      const today = dayOf(world.today);
      return day !== undefined && isBetween(today.diff(dayOf(day), 'days').days, condition);
    }
    case 'BRAND_SHARE': {
      const all = measured({}, condition.when, condition.by);
      const mine = measured({ brands: [condition.brand] }, condition.when, condition.by);
      return all > 0 && mine * 1_000 >= condition.from * all;
    }
    default:
      throw new Error(`Nobody counts ${condition.kind} by hand`);
  }
}

function chosen(world: SegmentWorld, kept: readonly Kept[], of: Goods, when: Window): Kept[] {
  return kept
    .filter(({ sale }) => isIn(sale.businessDay, when, world.today) && saleFits(world, sale, of))
    .map(({ sale, lines }) => ({ sale, lines: lines.filter((line) => lineFits(line, of)) }))
    .filter(({ lines }) => lines.length > 0);
}

function saleFits({ stores, daysOff, workingDays }: SegmentWorld, sale: BookedReceipt, of: Goods): boolean {
  const { weekday } = dayOf(sale.businessDay);
  const city = stores.find(({ storeId }) => storeId === sale.storeId)?.city ?? '';
  const isOff = daysOff.includes(sale.businessDay) || (weekday >= 6 && !workingDays.includes(sale.businessDay));
  return (
    (of.stores?.includes(sale.storeId) ?? true) &&
    (of.cities?.includes(city) ?? true) &&
    (of.weekdays?.includes(weekday) ?? true) &&
    (of.dayKind === undefined || (of.dayKind === 'DAY_OFF') === isOff) &&
    (of.hours === undefined || (sale.businessHour >= of.hours.from && sale.businessHour <= of.hours.to))
  );
}

function lineFits(line: BookedLine, of: Goods): boolean {
  const path = line.categoryPath ?? '';
  return (
    (of.categories?.some((category) => path === category || path.startsWith(`${category} > `)) ?? true) &&
    (of.brands?.includes(line.brand ?? '') ?? true) &&
    (of.skus?.includes(line.sku) ?? true) &&
    (of.promoted === undefined || of.promoted === line.promotionIds.length > 0)
  );
}

function sumUp(kept: readonly Kept[], measure: ConditionOf<'PURCHASES'>['measure']): number {
  const lines = kept.flatMap((one) => one.lines);
  switch (measure) {
    case 'RECEIPTS':
      return kept.length;
    case 'AMOUNT':
      return lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    case 'QUANTITY':
      return lines.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);
    case 'POINTS_EARNED':
      return lines.reduce((sum, { pointsEarnedMinor }) => sum + pointsEarnedMinor, 0);
    case 'POINTS_SPENT':
      return lines.reduce((sum, { pointsSpentMinor }) => sum + pointsSpentMinor, 0);
    case 'DAYS':
      return new Set(kept.map(({ sale }) => sale.businessDay)).size;
    case 'STORES':
      return new Set(kept.map(({ sale }) => sale.storeId)).size;
  }
}
