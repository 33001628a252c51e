import { compile, reason, usesTender, type Basket, type Compiled, type Needs, type Reason } from '@adal/engine';
import { promotionIdOf } from '../simulation-figures';
import type { Scene, StagedPromotion } from './scene';

/** Promotions as they price together, compiled. */
export interface World {
  readonly compiled: Compiled;
  /** Whether a basket touches one that the other world has not, or has otherwise. */
  touchesChange(basket: Basket): boolean;
  /** Whether it touches one that depends on how it is paid. */
  asksTender(basket: Basket): boolean;
  /** Withheld from sales without a member. */
  readonly membersOnly: ReadonlyMap<string, Reason>;
}

/** Compiles both worlds of a scene. */
export function worldsOf(scene: Scene): { without: World; draft: World; needs: Needs } {
  const drafts = new Set(scene.draftIds);
  const world = (promotions: readonly StagedPromotion[]): World => {
    // Few of many: looked for in an index of their own.
    const touches = (isWanted: (promotion: StagedPromotion) => boolean): ((basket: Basket) => boolean) => {
      const wanted = promotions.filter(isWanted);
      if (wanted.length === 0) return () => false;
      const { index } = compile(wanted, scene.programme);
      return (basket) => index.touchedBy(basket).length > 0;
    };
    return {
      compiled: compile(promotions, scene.programme),
      touchesChange: touches(({ id }) => drafts.has(promotionIdOf(id))),
      asksTender: touches(usesTender),
      membersOnly: new Map(promotions.filter((one) => one.membersOnly).map(({ id }) => [id, UNIDENTIFIED])),
    };
  };
  const [without, draft] = [world(scene.without), world(scene.with)];
  return { without, draft, needs: bothOf(without.compiled.needs, draft.compiled.needs) };
}

const UNIDENTIFIED = reason('member.unidentified');

/** What either world asks for. */
function bothOf(left: Needs, right: Needs): Needs {
  const names = (key: NamesOfNeeds): string[] => [...new Set([...left[key], ...right[key]])].sort();
  const holidays = [left.holidayDays, right.holidayDays].filter((days) => days !== null);
  return {
    historyDays: Math.max(left.historyDays, right.historyDays),
    purchaseCount: left.purchaseCount || right.purchaseCount,
    lastPurchase: left.lastPurchase || right.lastPurchase,
    children: left.children || right.children,
    memberAttributes: names('memberAttributes'),
    segments: names('segments'),
    memberLists: names('memberLists'),
    productAttributes: names('productAttributes'),
    productSets: names('productSets'),
    couponPools: names('couponPools'),
    holidayDays: holidays.length === 0 ? null : Math.max(...holidays),
  };
}

type NamesOfNeeds = { [Key in keyof Needs]: Needs[Key] extends readonly string[] ? Key : never }[keyof Needs];
