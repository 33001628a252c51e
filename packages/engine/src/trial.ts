import type { Chosen } from './choose';
import type { Compiled } from './compile';
import { WEIGHTS_PER_MINOR } from './compile-points';
import { takeDiscounts } from './discounts';
import type { Facts } from './facts';
import { weighPoints } from './points';
import { Prices } from './prices';

/** What a promotion would give alone, at shelf prices: a point is worth one unit of money. */
export interface Trial {
  chosen: Chosen;
  /** Positions of its goods that it may work on. */
  positions: readonly number[];
  /** By position, in millionths of a minor unit. */
  benefits: readonly (bigint | undefined)[];
  total: bigint;
}

export function tryAlone(compiled: Compiled, facts: Facts, chosen: Chosen): Trial {
  const benefits: (bigint | undefined)[] = [];
  let total = 0n;
  const add = (position: number, benefit: bigint): void => {
    benefits[position] = (benefits[position] ?? 0n) + benefit;
    total += benefit;
  };
  takeDiscounts(new Prices(facts), [chosen], (_, { position, amountMinor }) =>
    add(position, amountMinor * WEIGHTS_PER_MINOR),
  );
  if (facts.basket.member !== null) {
    const baseOf = (position: number) => facts.lines[position]?.totalMinor ?? 0n;
    for (const { position, weight } of weighPoints(compiled, chosen, {
      facts,
      baseOf,
      payableMinor: facts.totalMinor,
    })) {
      add(position, weight);
    }
  }
  return { chosen, positions: positionsOf(facts, chosen), benefits, total };
}

function positionsOf(facts: Facts, { arm }: Chosen): number[] {
  const found = new Set<number>();
  for (const { goods } of arm.discounts) {
    const parts = goods.map((id) => facts.discountable(id));
    // A set of which a part is missing works on nothing.
    if (parts.every((part) => part.length > 0)) for (const position of parts.flat()) found.add(position);
  }
  const points = facts.basket.member === null ? [] : arm.points;
  for (const { goods } of points) for (const position of facts.earning(goods)) found.add(position);
  return [...found].sort((left, right) => left - right);
}
