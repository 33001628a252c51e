import { bucketOf, type Basket, type Discount, type Effect, type PointsEffect, type Promotion } from '..';

export const isPoints = (effect: Effect): effect is PointsEffect => effect.kind.startsWith('POINTS');
export const isNotice = (effect: Effect): boolean => /^(COUPON|MESSAGE|RECEIPT)/.test(effect.kind);
const isDiscount = (effect: Effect): effect is Discount => !isPoints(effect) && !isNotice(effect);

export function effectsOf({ id, effects, variants }: Promotion, basket: Basket): readonly Effect[] {
  if (basket.member === null) return effects;
  let from = 0n;
  for (const variant of variants) {
    const bucket = BigInt(bucketOf(basket.member.id, `${id}/variant`));
    if (bucket >= from && bucket < from + variant.share) return variant.effects;
    from += variant.share;
  }
  return effects;
}

export interface Applying {
  promotion: Promotion;
  lines: ReadonlySet<number>;
}

const PHASE: Partial<Record<Effect['kind'], number>> = { FIXED_PRICE: 0, PERCENT: 2, TIERS: 2, AMOUNT_OFF: 3 };

/** The order in which discounts are taken. */
export function inOrder(applying: readonly Applying[], basket: Basket) {
  const phaseOf = (effect: Discount): number =>
    effect.kind === 'TIERS' && effect.steps.some(({ amount }) => amount !== null) ? 3 : (PHASE[effect.kind] ?? 1);
  return applying
    .flatMap(({ promotion, lines }) =>
      effectsOf(promotion, basket)
        .filter(isDiscount)
        .map((effect) => ({ promotion, lines, effect })),
    )
    .map((turn, index) => ({ ...turn, index }))
    .sort(
      (left, right) =>
        right.promotion.priority - left.promotion.priority ||
        phaseOf(left.effect) - phaseOf(right.effect) ||
        left.index - right.index,
    );
}
