import { formatMilli, formatMinor } from '@adal/money';
import type { BasketLine } from './basket';
import { checkProgramme, checkPromotion } from './check-promotion';
import { allOf, compileCondition, type Check } from './conditions';
import type { Programme } from './programme';
import type { Effect, Promotion } from './promotion';
import { reason, type Reason } from './reason';
import { compileSchedule } from './schedule';
import { compileScope, indexScopes, isEverything, type ScopeIndex } from './scope-index';

/** Promotions and programme, checked, ranked and indexed. Immutable: compile again when something changes. */
export interface Compiled {
  programme: Programme;
  earns(line: BasketLine): boolean;
  payableByPoints(line: BasketLine): boolean;
  /** In rank order. */
  promotions: readonly CompiledPromotion[];
  /** Finds their ranks by goods; those for the whole basket are not in it. */
  index: ScopeIndex;
  wholeBasket: readonly CompiledPromotion[];
  /** Promotions that work line by line, the most generous first. */
  lineOffers: readonly (CompiledOf<'PERCENT_OFF'> | CompiledOf<'POINTS_MULTIPLIER'>)[];
  basketOffers: readonly CompiledOf<'AMOUNT_OFF'>[];
}

export interface CompiledOf<Kind extends Effect['kind'] = Effect['kind']> {
  /** Place in the order of priority, then id. */
  rank: number;
  promotion: Promotion;
  effect: Extract<Effect, { kind: Kind }>;
  /** Schedule, stores and audience. */
  check: Check;
  /** What a member gets from one minor unit of shelf price, in millionths; zero for a basket offer. */
  benefitRate: bigint;
  /** What its discounts say. */
  because: Reason;
}

export type CompiledPromotion = CompiledOf<'PERCENT_OFF'> | CompiledOf<'POINTS_MULTIPLIER'> | CompiledOf<'AMOUNT_OFF'>;

/** Compiles once what every quote then uses. Throws RangeError, with a sentence, on values out of bounds. */
export function compile(promotions: readonly Promotion[], programme: Programme): Compiled {
  assertValid('Programme', checkProgramme(programme));
  const compiled = [...promotions].sort(byRank).map((promotion, rank) => compilePromotion(promotion, rank, programme));
  const { earnExcluded, payExcluded } = programme;
  const isEarnExcluded = earnExcluded === null ? () => false : compileScope(earnExcluded);
  const isPayExcluded = payExcluded === null ? () => false : compileScope(payExcluded);
  return {
    programme,
    earns: (line) => !isEarnExcluded(line),
    payableByPoints: (line) => !isPayExcluded(line),
    promotions: compiled,
    index: indexScopes(compiled.map(({ effect }) => effect.scope)),
    wholeBasket: compiled.filter(({ effect }) => isEverything(effect.scope)),
    lineOffers: compiled.filter(isLineOffer).sort(byBenefitRate),
    basketOffers: compiled.filter(isBasketOffer),
  };
}

function assertValid(subject: string, fault: string | null): void {
  if (fault !== null) throw new RangeError(`${subject}: ${fault}`);
}

function byRank(left: Promotion, right: Promotion): number {
  if (left.priority !== right.priority) return right.priority - left.priority;
  return left.id < right.id ? -1 : 1;
}

function compilePromotion(promotion: Promotion, rank: number, programme: Programme): CompiledPromotion {
  assertValid(`Promotion ${promotion.id}`, checkPromotion(promotion));
  const { effect } = promotion;
  const check = allOf([
    compileSchedule(promotion.schedule),
    compileStores(promotion.storeIds),
    // Points need somebody to give them to.
    compileCondition(effect.kind === 'POINTS_MULTIPLIER' ? { kind: 'IDENTIFIED' } : { kind: 'EVERYONE' }),
    compileCondition(promotion.audience),
  ]);
  switch (effect.kind) {
    case 'PERCENT_OFF': {
      const because = reason('discount.percent', { percent: hundredthsText(effect.percent) });
      return { rank, promotion, effect, check, because, benefitRate: effect.percent * 100n };
    }
    case 'POINTS_MULTIPLIER': {
      const because = reason('points.multiplier', { factor: hundredthsText(effect.factor) });
      return { rank, promotion, effect, check, because, benefitRate: programme.earnPercent * (effect.factor - 100n) };
    }
    case 'AMOUNT_OFF': {
      const { amountMinor, thresholdMinor } = effect;
      const args = { amount: formatMinor(amountMinor), threshold: formatMinor(thresholdMinor) };
      return { rank, promotion, effect, check, because: reason('discount.amount', args), benefitRate: 0n };
    }
  }
}

function compileStores(storeIds: readonly string[]): Check {
  if (storeIds.length === 0) return () => null;
  const included = new Set(storeIds);
  const elsewhere = reason('store.not_included');
  return (basket) => (included.has(basket.storeId) ? null : elsewhere);
}

/** Hundredths as people write them: 1250n is `12.5`. */
const hundredthsText = (hundredths: bigint): string => formatMilli(hundredths * 10n);

const isBasketOffer = (offer: CompiledPromotion): offer is CompiledOf<'AMOUNT_OFF'> =>
  offer.effect.kind === 'AMOUNT_OFF';

const isLineOffer = (offer: CompiledPromotion): offer is CompiledOf<'PERCENT_OFF'> | CompiledOf<'POINTS_MULTIPLIER'> =>
  !isBasketOffer(offer);

function byBenefitRate(left: CompiledPromotion, right: CompiledPromotion): number {
  if (left.benefitRate !== right.benefitRate) return left.benefitRate > right.benefitRate ? -1 : 1;
  return left.rank - right.rank;
}
