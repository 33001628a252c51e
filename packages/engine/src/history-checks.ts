import type { MemberFacts, PastReceipt } from './basket';
import { checkBounds } from './basket-checks';
import type { HistoryCondition } from './condition';
import type { Check } from './facts';
import { compileGoods, type GoodsTest } from './match-goods';
import { ofMember } from './member-checks';
import { reason, reasonOf, type ReasonKey } from './reason';
import { MS_PER_DAY } from './time-checks';

type ConditionOf<Kind extends HistoryCondition['kind']> = Omit<Extract<HistoryCondition, { kind: Kind }>, 'kind'>;
type Measure = ConditionOf<'BOUGHT'>['measure'];

const KEYS: Record<Measure, readonly [ReasonKey, ReasonKey]> = {
  SUM: ['history.sum_below', 'history.sum_above'],
  QUANTITY: ['history.quantity_below', 'history.quantity_above'],
  RECEIPTS: ['history.receipts_below', 'history.receipts_above'],
};

/** So much bought in the last days. */
export function compileBought({ goods, measure, withinDays, ...bounds }: ConditionOf<'BOUGHT'>): Check {
  const test = compileGoods(goods);
  const check = checkBounds(KEYS[measure], measure === 'RECEIPTS' ? 'LINES' : measure, bounds, goods);
  const count = MEASURES[measure];
  return ofMember((member, { basket }) => {
    let total = 0n;
    for (const receipt of receiptsSince(member, basket.at, withinDays)) total += count(receipt, test);
    const failure = check(total);
    return failure && { ...failure, args: { ...failure.args, days: String(withinDays) } };
  });
}

const MEASURES: Record<Measure, (receipt: PastReceipt, test: GoodsTest) => bigint> = {
  SUM: ({ lines }, test) => lines.reduce((sum, line) => (test(line) ? sum + line.amountMinor : sum), 0n),
  QUANTITY: ({ lines }, test) => lines.reduce((sum, line) => (test(line) ? sum + line.quantityMilli : sum), 0n),
  RECEIPTS: ({ lines }, test) => (lines.some(test) ? 1n : 0n),
};

export function daysSinceLast({ atLeast, atMost }: ConditionOf<'DAYS_SINCE_LAST'>): Check {
  const never = reason('history.never_bought');
  return ofMember(({ lastPurchaseAt }, { basket }) => {
    if (lastPurchaseAt === null) return never;
    const days = BigInt(Math.floor((basket.at - lastPurchaseAt) / MS_PER_DAY));
    if (atLeast !== null && days < atLeast) {
      return reason('history.too_recent', { days: String(days), threshold: String(atLeast) });
    }
    return atMost !== null && days > atMost
      ? reason('history.too_long_ago', { days: String(days), most: String(atMost) })
      : null;
  });
}

/** Some receipt has the goods, and neither it nor a later one has the accessory. */
export function compileBoughtWithout({ goods, accessory, withinDays }: ConditionOf<'BOUGHT_WITHOUT'>): Check {
  const isGoods = compileGoods(goods);
  const isAccessory = compileGoods(accessory);
  const days = String(withinDays);
  const notBought = reasonOf('history.not_bought', goods, { days });
  const hasAccessory = reasonOf('history.has_accessory', accessory, { days });
  return ofMember((member, { basket }) => {
    const receipts = receiptsSince(member, basket.at, withinDays);
    const boughtAt = latest(receipts, isGoods);
    if (boughtAt === null) return notBought;
    const accessoryAt = latest(receipts, isAccessory);
    return accessoryAt !== null && accessoryAt >= boughtAt ? hasAccessory : null;
  });
}

const receiptsSince = ({ history }: MemberFacts, at: number, days: number): PastReceipt[] =>
  history.filter((receipt) => receipt.at <= at && receipt.at > at - days * MS_PER_DAY);

function latest(receipts: readonly PastReceipt[], test: GoodsTest): number | null {
  let found: number | null = null;
  for (const { at, lines } of receipts) if ((found === null || at > found) && lines.some(test)) found = at;
  return found;
}
