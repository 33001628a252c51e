import type { Condition } from './condition';
import type { Goods } from './goods';
import type { Programme } from './programme';
import type { Promotion } from './promotion';
import { goodsOfCondition, walkCondition, walkGoods } from './walk-condition';
import { goodsOfEffect } from './walk-effect';

/** What the promotions ask of the facts: a quote fetches no more. */
export interface Needs {
  /** Days of the member's receipts; zero when none are looked at. */
  historyDays: number;
  /** The number of the member's purchases, and the moment of the last one. */
  purchaseCount: boolean;
  lastPurchase: boolean;
  children: boolean;
  memberAttributes: readonly string[];
  segments: readonly string[];
  memberLists: readonly string[];
  productAttributes: readonly string[];
  productSets: readonly string[];
  couponPools: readonly string[];
  /** Days on either side of a purchase in which holidays matter; null when none do. */
  holidayDays: number | null;
}

/** Reads off the promotions and the programme what a quote must know. */
export function needsOf(promotions: readonly Promotion[], { earnExcluded, payExcluded }: Programme): Needs {
  const needed = new Needed();
  for (const goods of [earnExcluded, payExcluded]) if (goods !== null) needed.goods(goods);
  for (const { condition, effects, variants } of promotions) {
    if (condition !== null) needed.condition(condition);
    for (const effect of [...effects, ...variants.flatMap((variant) => variant.effects)]) {
      for (const goods of goodsOfEffect(effect)) needed.goods(goods);
    }
  }
  return needed.all();
}

class Needed {
  private readonly names = {
    memberAttributes: new Set<string>(),
    segments: new Set<string>(),
    memberLists: new Set<string>(),
    productAttributes: new Set<string>(),
    productSets: new Set<string>(),
    couponPools: new Set<string>(),
  };
  private historyDays = 0;
  private purchaseCount = false;
  private lastPurchase = false;
  private children = false;
  private holidayDays: number | null = null;

  all(): Needs {
    const { historyDays, purchaseCount, lastPurchase, children, holidayDays } = this;
    const { memberAttributes, segments, memberLists, productAttributes, productSets, couponPools } = this.names;
    return {
      historyDays,
      purchaseCount,
      lastPurchase,
      children,
      holidayDays,
      memberAttributes: sorted(memberAttributes),
      segments: sorted(segments),
      memberLists: sorted(memberLists),
      productAttributes: sorted(productAttributes),
      productSets: sorted(productSets),
      couponPools: sorted(couponPools),
    };
  }

  goods(goods: Goods): void {
    walkGoods(goods, (part) => {
      if (part.kind === 'ATTRIBUTE') this.names.productAttributes.add(part.key);
      if (part.kind === 'SET') for (const id of part.in) this.names.productSets.add(id);
    });
  }

  condition(condition: Condition): void {
    for (const goods of goodsOfCondition(condition)) this.goods(goods);
    walkCondition(condition, (part) => this.part(part));
  }

  private part(part: Condition): void {
    if (part.kind === 'BOUGHT' || part.kind === 'BOUGHT_WITHOUT') {
      this.historyDays = Math.max(this.historyDays, part.withinDays);
    }
    if (part.kind === 'NTH_PURCHASE' || part.kind === 'FIRST_PURCHASE') this.purchaseCount = true;
    if (part.kind === 'DAYS_SINCE_LAST') this.lastPurchase = true;
    if (part.kind === 'CHILD') this.children = true;
    if (part.kind === 'HOLIDAY') {
      this.holidayDays = Math.max(this.holidayDays ?? 0, part.daysBefore, part.daysAfter);
    }
    if (part.kind === 'ATTRIBUTE') this.names.memberAttributes.add(part.key);
    if (part.kind === 'SEGMENT') for (const id of part.in) this.names.segments.add(id);
    if (part.kind === 'MEMBER_LIST') for (const id of part.in) this.names.memberLists.add(id);
    if (part.kind === 'COUPON') this.names.couponPools.add(part.poolId);
  }
}

const sorted = (names: ReadonlySet<string>): string[] => [...names].sort();
