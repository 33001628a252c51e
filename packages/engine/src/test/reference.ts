import { spread, sum } from '@adal/money';
import { bucketOf, type Basket, type Programme, type Promotion } from '..';
import { holds } from './reference-conditions';
import { effectsOf, inOrder, isNotice, type Applying } from './reference-effects';
import { World } from './reference-world';

/** What the slow way of pricing comes to: by line number, and by promotion. */
export interface Outcome {
  payable: Map<number, bigint>;
  earned: Map<number, bigint>;
  discounts: Map<string, bigint>;
}

/**
 * Prices a basket in the most obvious way: every promotion against every line, every unit by itself, nothing remembered.
 * It shares with the engine only the arithmetic of money and the hash of control groups.
 */
export function priceSlowly(promotions: readonly Promotion[], programme: Programme, basket: Basket): Outcome {
  const world = new World(basket, programme);
  const applying = keepByGroup(
    [...promotions].sort(byRank).filter((promotion) => isGiven(promotion, programme, basket)),
    world,
  );
  for (const { promotion, effect, lines } of inOrder(applying, basket)) world.discount(promotion, effect, lines);
  const spendable = world.lines.map((line, at) => world.spendable(line, at));
  const spent = spread(basket.pointsToSpendMinor, spendable);
  const paid = world.left.map((left, at) => left - (spent[at] ?? 0n));
  const earned = world.points(applying, paid);
  const byLine = (values: readonly bigint[]): Map<number, bigint> =>
    new Map(world.lines.map(({ lineNo }, at) => [lineNo, values[at] ?? 0n]));
  return { payable: byLine(paid), earned: byLine(earned), discounts: world.discounts };
}

const byRank = (left: Promotion, right: Promotion): number =>
  right.priority - left.priority || (left.id < right.id ? -1 : 1);

function isGiven(promotion: Promotion, programme: Programme, basket: Basket): boolean {
  const { from, until, weekdays, hours } = promotion.schedule;
  if (from !== null && basket.at < from) return false;
  if (until !== null && basket.at >= until) return false;
  if (weekdays.length > 0 && !weekdays.includes(basket.local.weekday)) return false;
  if (hours.length > 0 && !holds({ kind: 'HOURS', in: hours }, basket)) return false;
  if (promotion.condition !== null && !holds(promotion.condition, basket)) return false;
  if (basket.member === null) return promotion.holdout?.anonymous !== false;
  const isIn = (salt: string, share: bigint): boolean => BigInt(bucketOf(basket.member?.id ?? '', salt)) < share;
  if (programme.holdout !== null && isIn(programme.holdout.salt, programme.holdout.share)) return false;
  const { holdout } = promotion;
  return holdout === null || !isIn(holdout.salt ?? promotion.id, holdout.share);
}

/** Groups are settled on what each promotion would give alone. */
function keepByGroup(promotions: readonly Promotion[], world: World): Applying[] {
  const everywhere = new Set(world.lines.keys());
  const result = promotions.map((promotion) => ({ promotion, lines: new Set(everywhere) }));
  for (const group of new Set(promotions.map(({ stacking }) => stacking?.group))) {
    const rivals = result.filter(
      ({ promotion }) =>
        promotion.stacking !== null &&
        promotion.stacking.group === group &&
        world.touches(promotion) &&
        !effectsOf(promotion, world.basket).every(isNotice),
    );
    const modes = new Set(rivals.map(({ promotion }) => promotion.stacking?.mode));
    if (rivals.length < 2) continue;
    if (modes.has('EXCLUSIVE')) keepFirst(rivals, world);
    else if (modes.has('BEST')) shareLines(rivals, world);
  }
  return result;
}

function keepFirst(rivals: readonly { promotion: Promotion; lines: Set<number> }[], world: World): void {
  const winner = rivals.find(({ promotion }) => sum(world.alone(promotion)) > 0n);
  if (winner === undefined) return;
  for (const rival of rivals) if (rival !== winner) rival.lines.clear();
}

function shareLines(rivals: readonly { promotion: Promotion; lines: Set<number> }[], world: World): void {
  const gains = rivals.map(({ promotion }) => world.alone(promotion));
  const isJoint = rivals.map(({ promotion }) => world.isJoint(promotion));
  const holders = world.lines.map((_, at) => {
    let best: number | null = null;
    for (const rival of rivals.keys()) {
      if (isJoint[rival] === true) continue;
      if ((gains[rival]?.[at] ?? 0n) > (best === null ? 0n : (gains[best]?.[at] ?? 0n))) best = rival;
    }
    return best;
  });
  const joint = [...rivals.keys()]
    .filter((rival) => isJoint[rival] === true && sum(gains[rival] ?? []) > 0n)
    .sort((left, right) => {
      const [one, other] = [sum(gains[left] ?? []), sum(gains[right] ?? [])];
      return one === other ? left - right : one > other ? -1 : 1;
    });
  for (const rival of joint) {
    const own = world.goodsOf(rivals[rival]?.promotion);
    const holding = own.map((at) => holders[at] ?? null);
    const together = sum(own.map((at, index) => gains[holding[index] ?? -1]?.[at] ?? 0n));
    if (holding.some((holder) => holder !== null && isJoint[holder] === true)) continue;
    if (sum(gains[rival] ?? []) > together) for (const at of own) holders[at] = rival;
  }
  rivals.forEach(({ lines }, rival) => {
    for (const at of lines) if (holders[at] !== rival) lines.delete(at);
  });
}
