import type { CompiledOf, CompiledPromotion } from './compile';
import type { OpenLine } from './plan';

/** What a member gets from the offer on this line, in millionths of a minor unit, at shelf price. */
export function benefitOn(offer: CompiledPromotion, line: OpenLine): bigint {
  if (offer.effect.kind === 'POINTS_MULTIPLIER' && !line.earns) return 0n;
  return line.totalMinor * offer.benefitRate;
}

/** An amount off that the basket has qualified for. */
export interface BasketOffer {
  offer: CompiledOf<'AMOUNT_OFF'>;
  positions: readonly number[];
  benefitMinor: bigint;
}

const MILLIONTHS = 1_000_000n;

/** Who holds which line. In an exclusive group a line has one holder at most. */
export class Claims {
  private readonly holdersByGroup = new Map<string, (CompiledPromotion | undefined)[]>();
  private readonly added: (number[] | undefined)[] = [];
  private readonly lostTo: (CompiledPromotion | undefined)[] = [];

  constructor(private readonly lines: readonly OpenLine[]) {}

  /** Offers come in order of generosity, so the first one to claim a line keeps it. */
  claimLine(offer: CompiledPromotion, position: number): void {
    const holders = this.holdersFor(offer);
    const holder = holders?.[position];
    if (holders === null) this.add(offer, position);
    else if (holder === undefined) holders[position] = offer;
    else this.lostTo[offer.rank] ??= holder;
  }

  /** A basket offer takes all its lines or none, and only when it gives more than their holders together. */
  claimAll({ offer, positions, benefitMinor }: BasketOffer): void {
    const holders = this.holdersFor(offer);
    if (holders === null) {
      for (const position of positions) this.add(offer, position);
      return;
    }
    const rival = this.strongestRival(holders, positions, benefitMinor * MILLIONTHS);
    if (rival !== undefined) {
      this.lostTo[offer.rank] = rival;
      return;
    }
    for (const position of positions) {
      const displaced = holders[position];
      if (displaced !== undefined) this.lostTo[displaced.rank] ??= offer;
      holders[position] = offer;
    }
  }

  /** Positions of the lines by the rank of their promotion. */
  settle(): (number[] | undefined)[] {
    for (const holders of this.holdersByGroup.values()) {
      holders.forEach((holder, position) => holder && this.add(holder, position));
    }
    return this.added;
  }

  /** The promotion that kept this one from its lines. */
  winnerOver(offer: CompiledPromotion): CompiledPromotion | undefined {
    return this.lostTo[offer.rank];
  }

  /** Undefined when the claim is worth more than what the lines' holders give together. */
  private strongestRival(
    holders: readonly (CompiledPromotion | undefined)[],
    positions: readonly number[],
    claim: bigint,
  ): CompiledPromotion | undefined {
    let first: CompiledPromotion | undefined;
    let together = 0n;
    for (const position of positions) {
      const holder = holders[position];
      const line = this.lines[position];
      if (holder === undefined || line === undefined) continue;
      if (holder.effect.kind === 'AMOUNT_OFF') return holder;
      first ??= holder;
      together += benefitOn(holder, line);
    }
    return together >= claim ? first : undefined;
  }

  private holdersFor(offer: CompiledPromotion): (CompiledPromotion | undefined)[] | null {
    const group = offer.promotion.exclusiveGroup;
    if (group === null) return null;
    let holders = this.holdersByGroup.get(group);
    if (holders === undefined) {
      holders = [];
      this.holdersByGroup.set(group, holders);
    }
    return holders;
  }

  private add(offer: CompiledPromotion, position: number): void {
    const positions = this.added[offer.rank];
    if (positions === undefined) this.added[offer.rank] = [position];
    else positions.push(position);
  }
}
