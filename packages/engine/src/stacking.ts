import type { Chosen } from './choose';
import type { Compiled, CompiledPromotion } from './compile';
import { hasWorth } from './compile-arm';
import type { Facts } from './facts';
import { reason, type Reason } from './reason';
import { tryAlone, type Trial } from './trial';

export interface Stacked {
  /** By rank. */
  chosen: Chosen[];
  lostLines: Map<number, Map<number, CompiledPromotion>>;
}

/** Settles who of each group works on which lines. Writes why the others do not into `failures`. */
export function stackPromotions(
  compiled: Compiled,
  facts: Facts,
  passing: readonly Chosen[],
  failures: Map<number, Reason>,
): Stacked {
  const lostLines = new Map<number, Map<number, CompiledPromotion>>();
  const allowed = new Map<number, ReadonlySet<number>>();
  for (const rivals of rivalries(passing)) {
    // Goods that are there and take nothing, such as those that earn no points, make nobody a rival.
    const trials = rivals
      .map((rival) => tryAlone(compiled, facts, rival))
      .filter(({ positions }) => positions.length > 0);
    const modes = new Set(trials.map(({ chosen }) => chosen.offer.promotion.stacking?.mode));
    if (modes.has('EXCLUSIVE')) keepFirst(trials, failures);
    else if (modes.has('BEST')) shareLines(trials, facts.lines.length, { failures, lostLines, allowed });
  }
  const chosen = passing
    .filter(({ offer }) => !failures.has(offer.rank))
    .map((one) => ({ ...one, allowed: allowed.get(one.offer.rank) ?? null }));
  return { chosen, lostLines };
}

/** Promotions of one group that do not simply add up, two or more. */
function rivalries(passing: readonly Chosen[]): Chosen[][] {
  const groups = new Map<string, Chosen[]>();
  for (const one of passing) {
    const { stacking } = one.offer.promotion;
    if (stacking === null || !hasWorth(one.arm)) continue;
    const group = groups.get(stacking.group);
    if (group === undefined) groups.set(stacking.group, [one]);
    else group.push(one);
  }
  return [...groups.values()].filter(
    (group) => group.length > 1 && group.some(({ offer }) => offer.promotion.stacking?.mode !== 'CUMULATIVE'),
  );
}

/** The first by rank that gives anything keeps the basket. */
function keepFirst(trials: readonly Trial[], failures: Map<number, Reason>): void {
  const winner = trials.find(({ total }) => total > 0n);
  if (winner === undefined) return;
  const because = reason('stacking.exclusive', { by: winner.chosen.offer.promotion.name });
  for (const { chosen, total } of trials) {
    if (chosen !== winner.chosen && total > 0n) failures.set(chosen.offer.rank, because);
  }
}

interface Outcome {
  failures: Map<number, Reason>;
  lostLines: Map<number, Map<number, CompiledPromotion>>;
  allowed: Map<number, ReadonlySet<number>>;
}

/**
 * Each line goes to what gives most there. Then promotions on sets and amounts, the most generous first, take all of their
 * goods when they give more than these have together.
 */
function shareLines(trials: readonly Trial[], lines: number, outcome: Outcome): void {
  const holders: (Trial | undefined)[] = [];
  const single = trials.filter(({ chosen }) => !chosen.arm.isJoint);
  for (let position = 0; position < lines; position += 1) holders.push(mostGenerous(single, position));
  const joint = trials.filter(({ chosen, total }) => chosen.arm.isJoint && total > 0n).sort(byTotal);
  for (const trial of joint)
    if (outgives(trial, holders)) for (const position of trial.positions) holders[position] = trial;
  for (const trial of trials) {
    const own = new Set<number>();
    const lost = new Map<number, CompiledPromotion>();
    for (const position of trial.positions) {
      const holder = holders[position];
      if (holder === trial) own.add(position);
      else if (holder !== undefined) lost.set(position, holder.chosen.offer);
    }
    const { rank } = trial.chosen.offer;
    outcome.allowed.set(rank, own);
    outcome.lostLines.set(rank, lost);
    const [winner] = lost.values();
    if (own.size === 0 && winner !== undefined && trial.total > 0n) {
      outcome.failures.set(rank, reason('stacking.better', { by: winner.promotion.name }));
    }
  }
}

/** Trials come by rank, so the first of equals keeps the line. */
function mostGenerous(trials: readonly Trial[], position: number): Trial | undefined {
  let best: Trial | undefined;
  for (const trial of trials) {
    if ((trial.benefits[position] ?? 0n) > (best?.benefits[position] ?? 0n)) best = trial;
  }
  return best;
}

function outgives({ positions, total }: Trial, holders: readonly (Trial | undefined)[]): boolean {
  let together = 0n;
  for (const position of positions) {
    const holder = holders[position];
    if (holder?.chosen.arm.isJoint === true) return false;
    together += holder?.benefits[position] ?? 0n;
  }
  return total > together;
}

function byTotal(left: Trial, right: Trial): number {
  if (left.total !== right.total) return left.total > right.total ? -1 : 1;
  return left.chosen.offer.rank - right.chosen.offer.rank;
}
