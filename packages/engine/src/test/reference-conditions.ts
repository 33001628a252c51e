import type {
  AttributeTest,
  Attributes,
  AttributeValue,
  Basket,
  Condition,
  Goods,
  MemberFacts,
  PastReceipt,
  ProductFacts,
} from '..';
import { bucketOf } from '..';

const DAY = 86_400_000;

/** Whether goods contain a product, read off their definition. */
export function contains(goods: Goods, product: ProductFacts): boolean {
  switch (goods.kind) {
    case 'EVERYTHING':
      return true;
    case 'SKU':
      return goods.in.includes(product.sku);
    case 'SET':
      return goods.in.some((id) => product.sets.includes(id));
    case 'BRAND':
      return product.brand !== null && goods.in.includes(product.brand);
    case 'CATEGORY':
      return goods.in.some((path) => `${product.category ?? ''} > `.startsWith(`${path} > `));
    case 'ATTRIBUTE':
      return hasAttribute(goods, product.attributes);
    case 'PRICE':
      return product.priceMinor >= (goods.from ?? 0n) && (goods.to === null || product.priceMinor <= goods.to);
    case 'ALL':
      return goods.of.every((part) => contains(part, product));
    case 'ANY':
      return goods.of.some((part) => contains(part, product));
    case 'NOT':
      return !contains(goods.of, product);
  }
}

function hasAttribute({ key, op, values }: AttributeTest, attributes: Attributes): boolean {
  const value = attributes[key];
  if (value === undefined) return false;
  const all: readonly AttributeValue[] = typeof value === 'object' ? value : [value];
  return all.some((one) => {
    if (op === 'EQ' || op === 'IN') return values.includes(one);
    const [first = '', second = ''] = values;
    if (typeof one !== typeof first) return false;
    if (op === 'GTE') return one >= first;
    return op === 'LTE' ? one <= first : one >= first && one <= second;
  });
}

/** Whether a condition holds, read off its definition. */
export function holds(condition: Condition, basket: Basket): boolean {
  const isWithin = (value: bigint, bounds: { atLeast: bigint | null; atMost: bigint | null }): boolean =>
    (bounds.atLeast === null || value >= bounds.atLeast) && (bounds.atMost === null || value <= bounds.atMost);
  switch (condition.kind) {
    case 'ALL':
      return condition.of.every((part) => holds(part, basket));
    case 'ANY':
      return condition.of.some((part) => holds(part, basket));
    case 'NOT':
      return !holds(condition.of, basket);
    case 'LINES':
    case 'BASKET': {
      const own = basket.lines.filter((line) => condition.kind === 'BASKET' || contains(condition.goods, line));
      const measured = own.map((line) => {
        if (condition.measure === 'QUANTITY') return line.quantityMilli;
        return condition.measure === 'SUM' ? (line.quantityMilli * line.priceMinor + 500n) / 1_000n : 1n;
      });
      return isWithin(
        measured.reduce((left, right) => left + right, 0n),
        condition,
      );
    }
    case 'PERIOD':
      return basket.at >= (condition.from ?? -Infinity) && basket.at < (condition.until ?? Infinity);
    case 'WEEKDAYS':
      return condition.in.includes(basket.local.weekday);
    case 'HOURS':
      return condition.in.some(({ from, until }) => {
        const minute = basket.local.minuteOfDay;
        return from < until ? minute >= from && minute < until : minute >= from || minute < until;
      });
    case 'HOLIDAY':
      return basket.holidays.some(({ name, date }) => {
        const since = (today(basket) - Date.parse(date)) / DAY;
        const isNamed = condition.names.length === 0 || condition.names.includes(name);
        return isNamed && since >= -condition.daysBefore && since <= condition.daysAfter;
      });
    case 'TENDER':
      return basket.tenders.some(({ tender }) => condition.in.includes(tender));
    case 'CHANNEL':
      return condition.in.includes(basket.channel);
    case 'COUPON':
      return basket.coupons.some(({ poolId }) => poolId === condition.poolId);
    case 'STORE':
      return [
        [condition.storeIds, basket.storeId],
        [condition.cities, basket.store.city],
        [condition.banners, basket.store.banner],
        [condition.brands, basket.store.brand],
      ].every(([list, value]) => list?.length === 0 || list?.includes((value ?? '') as string));
    default:
      return basket.member !== null && holdsOf(condition, basket.member, basket, isWithin);
  }
}

function holdsOf(
  condition: Condition,
  member: MemberFacts,
  basket: Basket,
  isWithin: (value: bigint, bounds: { atLeast: bigint | null; atMost: bigint | null }) => boolean,
): boolean {
  switch (condition.kind) {
    case 'IDENTIFIED':
      return true;
    case 'GENDER':
      return member.gender === condition.gender;
    case 'CITY':
      return condition.in.some((city) => city.toLowerCase() === member.city?.trim().toLowerCase());
    case 'AGE': {
      const age = ageOf(member.birthDate, basket);
      return age !== null && age >= (condition.from ?? 0) && age <= (condition.to ?? 200);
    }
    case 'BIRTHDAY':
      return [-1, 0, 1].some((years) => {
        if (member.birthDate === null) return false;
        const since = (today(basket) - Date.parse(`${basket.local.year + years}${member.birthDate.slice(4)}`)) / DAY;
        return since >= -condition.daysBefore && since <= condition.daysAfter;
      });
    case 'CHILD':
      return member.children.some(({ birthDate }) => {
        const age = ageOf(birthDate, basket);
        return age !== null && age >= condition.ageFrom && age <= condition.ageTo;
      });
    case 'ATTRIBUTE':
      return hasAttribute(condition, member.attributes);
    case 'SEGMENT':
      return condition.in.some((id) => member.segments.includes(id));
    case 'MEMBER_LIST':
      return condition.in.some((id) => member.lists.includes(id));
    case 'REGISTERED':
      return (
        member.registeredAt !== null && basket.at - member.registeredAt < ((condition.withinDays ?? 9_999) + 1) * DAY
      );
    case 'BUCKET': {
      const bucket = BigInt(bucketOf(member.id, condition.salt));
      return bucket >= condition.fromShare && bucket < condition.toShare;
    }
    case 'FIRST_PURCHASE':
      return member.purchaseCount === 0;
    case 'NTH_PURCHASE':
      return condition.n === null
        ? (member.purchaseCount + 1) % (condition.every ?? 1) === 0
        : member.purchaseCount + 1 === condition.n;
    default:
      return holdsOfPast(condition, member, basket, isWithin);
  }
}

function holdsOfPast(
  condition: Condition,
  member: MemberFacts,
  basket: Basket,
  isWithin: (value: bigint, bounds: { atLeast: bigint | null; atMost: bigint | null }) => boolean,
): boolean {
  const inTheLast = (days: number): PastReceipt[] => member.history.filter(({ at }) => at > basket.at - days * DAY);
  switch (condition.kind) {
    case 'DAYS_SINCE_LAST':
      return (
        member.lastPurchaseAt !== null &&
        isWithin(BigInt(Math.floor((basket.at - member.lastPurchaseAt) / DAY)), condition)
      );
    case 'BOUGHT': {
      const receipts = inTheLast(condition.withinDays).filter(({ lines }) =>
        lines.some((line) => contains(condition.goods, line)),
      );
      return isWithin(BigInt(receipts.length), condition);
    }
    case 'BOUGHT_WITHOUT': {
      const receipts = inTheLast(condition.withinDays);
      const has = ({ lines }: PastReceipt, goods: Goods): boolean => lines.some((line) => contains(goods, line));
      return receipts.some(
        (receipt) =>
          has(receipt, condition.goods) &&
          !receipts.some((other) => other.at >= receipt.at && has(other, condition.accessory)),
      );
    }
    default:
      throw new Error(`No reference for ${condition.kind}`);
  }
}

const today = ({ local }: Basket): number => Date.UTC(local.year, local.month - 1, local.day);

function ageOf(birthDate: string | null, { local }: Basket): number | null {
  if (birthDate === null) return null;
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  return local.year - year - (local.month * 100 + local.day < month * 100 + day ? 1 : 0);
}
