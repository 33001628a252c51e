import type { MemberFacts } from './basket';
import { bucketOf } from './bucket';
import type { Compiled, CompiledPromotion } from './compile';
import { hasWorth, type Arm } from './compile-arm';
import type { Facts } from './facts';
import { reason, type Reason } from './reason';
import { stackPromotions } from './stacking';

/** A promotion that works on a basket. */
export interface Chosen {
  offer: CompiledPromotion;
  arm: Arm;
  /** Positions that stacking leaves it; null is all. */
  allowed: ReadonlySet<number> | null;
}

/** Which promotions work, and why the others that were looked at do not. */
export interface Choice {
  /** By rank. */
  chosen: readonly Chosen[];
  /** By rank. */
  failures: Map<number, Reason>;
  /** In the order of their ranks. */
  heldOut: readonly { offer: CompiledPromotion; arm: Arm; because: Reason }[];
  /** By rank and position: who has the line instead. */
  lostLines: Map<number, Map<number, CompiledPromotion>>;
}

/**
 * Decides on shelf prices alone: condition, goods, control groups, then stacking. Who is in a control group takes part in no
 * stacking, so that the others get what they would without the promotion.
 */
export function choosePromotions(compiled: Compiled, facts: Facts, ranks: readonly number[]): Choice {
  const failures = new Map<number, Reason>();
  const heldOut: { offer: CompiledPromotion; arm: Arm; because: Reason }[] = [];
  const passing: Chosen[] = [];
  for (const rank of [...ranks].sort((left, right) => left - right)) {
    const offer = compiled.promotions[rank];
    if (offer === undefined) continue;
    const { member } = facts.basket;
    const arm = armOf(offer, member);
    const failure = offer.check(facts) ?? checkArm(compiled, arm, facts) ?? withheldOf(offer, facts);
    const because = failure === null ? controlGroup(compiled, offer, member) : null;
    if (failure !== null) failures.set(rank, failure);
    else if (because !== null) heldOut.push({ offer, arm, because });
    else passing.push({ offer, arm, allowed: null });
  }
  const { chosen, lostLines } = stackPromotions(compiled, facts, passing, failures);
  return { chosen, failures, heldOut, lostLines };
}

const NO_GOODS = reason('goods.none');
const UNIDENTIFIED = reason('member.unidentified');
const CONTROL = reason('member.control_group');
const ANONYMOUS_CONTROL = reason('anonymous.control_group');

/** A member's variant is decided by their hash, apart from that of the control group. */
function armOf({ promotion, arms }: CompiledPromotion, member: MemberFacts | null): Arm {
  const [plain] = arms;
  if (plain === undefined) throw new RangeError('A promotion has effects.');
  if (member === null || promotion.variants.length === 0) return plain;
  let bucket = BigInt(bucketOf(member.id, `${promotion.id}/variant`));
  for (const [index, { share }] of promotion.variants.entries()) {
    if (bucket < share) return arms[index + 1] ?? plain;
    bucket -= share;
  }
  return plain;
}

/** What is used up takes part in no stacking either, so its rivals have the lines. */
function withheldOf({ promotion }: CompiledPromotion, { basket }: Facts): Reason | null {
  return basket.withheld?.get(promotion.id) ?? null;
}

/** Null when some line can have something of it, or when it gives nothing of value at all. */
function checkArm(compiled: Compiled, arm: Arm, facts: Facts): Reason | null {
  if (!hasWorth(arm)) return null;
  const isAnonymous = facts.basket.member === null;
  if (arm.discounts.length === 0 && isAnonymous) return UNIDENTIFIED;
  for (const { goods } of arm.discounts) {
    if (goods.some((id) => facts.positionsOf(id).length > 0)) return null;
  }
  if (!isAnonymous) for (const { goods } of arm.points) if (facts.positionsOf(goods).length > 0) return null;
  return missingOf(arm, facts) ?? NO_GOODS;
}

/** What the first effect that misses something misses. */
export function missingOf({ discounts }: Arm, facts: Facts): Reason | null {
  for (const step of discounts) {
    const missing = step.missing(facts);
    if (missing !== null) return missing;
  }
  return null;
}

function controlGroup(
  { programme }: Compiled,
  { promotion, holdoutBuckets, holdoutSalt }: CompiledPromotion,
  member: MemberFacts | null,
): Reason | null {
  if (member === null) return promotion.holdout?.anonymous === false ? ANONYMOUS_CONTROL : null;
  const { holdout } = programme;
  if (holdout !== null && bucketOf(member.id, holdout.salt) < Number(holdout.share)) return CONTROL;
  return holdoutBuckets > 0 && bucketOf(member.id, holdoutSalt) < holdoutBuckets ? CONTROL : null;
}
