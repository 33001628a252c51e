import { checkDefinition, checkProgramme } from './check-definition';
import { conditionClause, goodsClause, narrowest, union, type Clause } from './clause';
import { compileArm, isDiscount, isPoints, type Arm } from './compile-arm';
import { allOf, compileCondition } from './compile-condition';
import { GoodsRegistry, type Check } from './facts';
import { goodsOfEffect } from './walk-effect';
import { compileGoods, type GoodsTest } from './match-goods';
import { needsOf, type Needs } from './needs';
import type { Programme } from './programme';
import type { Effect } from './effect';
import type { Promotion } from './promotion';
import { indexPromotions, type PromotionIndex } from './promotion-index';
import { reason } from './reason';
import { couponPoolsOf } from './walk-condition';
import type { NotAppliedPromotion } from './quote-result';
import { effectReason } from './effect-reason';
import { scheduleConditions } from './time-checks';

/** Promotions and programme, checked, ranked and indexed. Immutable: compile again when something changes. */
export interface Compiled {
  programme: Programme;
  /** What a quote must know besides the basket. */
  needs: Needs;
  earns: GoodsTest;
  payableByPoints: GoodsTest;
  /** In rank order: priority from high to low, then id. */
  promotions: readonly CompiledPromotion[];
  index: PromotionIndex;
  /** Tests of all goods that promotions name. */
  goods: readonly GoodsTest[];
}

export interface CompiledPromotion {
  rank: number;
  promotion: Promotion;
  /** Schedule and condition. */
  check: Check;
  /** What the member gets: the first one without a variant. */
  arms: readonly Arm[];
  /** Hash buckets below this get nothing. */
  holdoutBuckets: number;
  holdoutSalt: string;
  /** Pools whose coupons it uses up. */
  couponPools: readonly string[];
  /** What is said when the basket cannot touch it. */
  untouched: NotAppliedPromotion;
}

/** Compiles once what every quote then uses. Throws RangeError, with a sentence, on what `checkDefinition` finds wrong. */
export function compile(promotions: readonly Promotion[], programme: Programme): Compiled {
  assertValid('Programme', checkProgramme(programme));
  const registry = new GoodsRegistry();
  const ranked = [...promotions].sort(byRank);
  const clauses = ranked.map(clauseOf);
  const compiled = ranked.map((promotion, rank) => compilePromotion(promotion, rank, registry, clauses[rank] ?? null));
  const { earnExcluded, payExcluded } = programme;
  const isEarnExcluded = earnExcluded === null ? () => false : compileGoods(earnExcluded);
  const isPayExcluded = payExcluded === null ? () => false : compileGoods(payExcluded);
  return {
    programme,
    needs: needsOf(ranked, programme),
    earns: (product) => !isEarnExcluded(product),
    payableByPoints: (product) => !isPayExcluded(product),
    promotions: compiled,
    index: indexPromotions(clauses),
    goods: registry.tests,
  };
}

function assertValid(subject: string, fault: { message: string } | null | undefined): void {
  if (fault) throw new RangeError(`${subject}: ${fault.message}`);
}

function byRank(left: Promotion, right: Promotion): number {
  if (left.priority !== right.priority) return right.priority - left.priority;
  return left.id < right.id ? -1 : 1;
}

function compilePromotion(
  promotion: Promotion,
  rank: number,
  registry: GoodsRegistry,
  clause: Clause | null,
): CompiledPromotion {
  assertValid(`Promotion ${promotion.id}`, checkDefinition(promotion)[0]);
  const { id, holdout, condition, variants } = promotion;
  const conditions = [...scheduleConditions(promotion.schedule), ...(condition === null ? [] : [condition])];
  return {
    rank,
    promotion,
    check: allOf(conditions.map((part) => compileCondition(part, registry))),
    arms: [
      compileArm(null, promotion.effects, registry),
      ...variants.map(({ key, effects }) => compileArm(key, effects, registry)),
    ],
    holdoutBuckets: Number(holdout?.share ?? 0n),
    holdoutSalt: holdout?.salt ?? id,
    couponPools: couponPoolsOf(promotion),
    untouched: untouchedOf(promotion, clause),
  };
}

/** What a basket must have for the promotion to give anything: the narrowest of what its condition and its goods imply. */
function clauseOf({ condition, effects, variants }: Promotion): Clause | null {
  const worth = [effects, ...variants.map((variant) => variant.effects)].map(worthClause);
  return narrowest([condition === null ? null : conditionClause(condition), union(worth)]);
}

function worthClause(effects: readonly Effect[]): Clause | null {
  const worth = effects.filter((effect) => isDiscount(effect) || isPoints(effect));
  // A gift that is absent is asked for, so the basket need not hold it.
  if (worth.length === 0 || worth.some(({ kind }) => kind === 'GIFT')) return null;
  return union(worth.map((effect) => narrowest(goodsOfEffect(effect).map(goodsClause))));
}

/** When the index does not find a promotion, its clause is what failed. */
function untouchedOf({ id, version, name, effects }: Promotion, clause: Clause | null): NotAppliedPromotion {
  const [first] = effects;
  return {
    promotionId: id,
    version,
    name,
    because: clause?.because ?? reason('goods.none'),
    wouldGive: first === undefined ? null : effectReason(first),
  };
}
