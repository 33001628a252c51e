import { divide, shareOf, spread, sum } from '@adal/money';
import type { BasketLine, Discount, Effect, Goods, PointsEffect, Promotion } from '..';
import { contains } from './reference-conditions';
import { effectsOf, inOrder, isNotice, isPoints, type Applying } from './reference-effects';
import { Wishes } from './reference-wishes';

/** Prices on their way down. */
export class World extends Wishes {
  goodsOf(promotion: Promotion | undefined): number[] {
    if (promotion === undefined) return [];
    const works = (effect: Effect, line: BasketLine): boolean =>
      isPoints(effect) ? this.basket.member !== null && this.earns(line) : !line.notDiscountable;
    const found = effectsOf(promotion, this.basket).flatMap((effect) => {
      const parts = partsOf(effect).map((goods) =>
        this.lines.flatMap((line, at) => (contains(goods, line) && works(effect, line) ? [at] : [])),
      );
      return parts.every((part) => part.length > 0) ? parts.flat() : [];
    });
    return [...new Set(found)].sort((left, right) => left - right);
  }

  touches(promotion: Promotion): boolean {
    return this.goodsOf(promotion).length > 0;
  }

  isJoint(promotion: Promotion): boolean {
    const single = ['PERCENT', 'FIXED_PRICE', 'POINTS_PERCENT', 'POINTS_MULTIPLIER', 'POINTS_BY_TENDER'];
    return effectsOf(promotion, this.basket).some((effect) => !isNotice(effect) && !single.includes(effect.kind));
  }

  /** What a promotion gives each line by itself, in millionths. */
  alone(promotion: Promotion): bigint[] {
    const world = new World(this.basket, this.programme);
    const all = [{ promotion, lines: new Set(this.lines.keys()) }];
    for (const turn of inOrder(all, this.basket)) world.discount(turn.promotion, turn.effect, turn.lines);
    const shelf = this.lines.map((_, at) => this.total(at));
    const points = this.lines.map(() => 0n);
    if (this.basket.member !== null) {
      for (const [at, weight] of this.weights(promotion, all[0]?.lines ?? new Set(), shelf, sum(shelf))) {
        points[at] = (points[at] ?? 0n) + weight;
      }
    }
    return this.lines.map((_, at) => (this.total(at) - (world.left[at] ?? 0n)) * 1_000_000n + (points[at] ?? 0n));
  }

  discount(promotion: Promotion, effect: Discount, lines: ReadonlySet<number>): void {
    const wishes = this.wishes(promotion, effect, lines);
    const wanted = wishes.map((wish, at) => {
      const room = this.room(promotion, at);
      const within = wish < room ? wish : room;
      return within > 0n ? within : 0n;
    });
    const { amount, percent } = promotion.caps.basket;
    const whole = sum(this.lines.map((_, at) => this.total(at)));
    const limits = [amount, percent === null ? null : shareOf(whole, percent, 'DOWN')].filter(
      (limit) => limit !== null,
    );
    const before = this.discounts.get(promotion.id) ?? 0n;
    const most = limits.map((limit) => limit - before).reduce((one, other) => (one < other ? one : other), sum(wanted));
    // Lines that want nothing have no part in the rounding.
    const wanting = wanted.flatMap((wish, at) => (wish > 0n ? [at] : []));
    const parts = spread(
      most,
      wanting.map((at) => wanted[at] ?? 0n),
    );
    wanting.forEach((at, index) => {
      const part = parts[index] ?? 0n;
      this.left[at] = (this.left[at] ?? 0n) - part;
      const key = `${promotion.id}/${at}`;
      this.takenByLine.set(key, (this.takenByLine.get(key) ?? 0n) + part);
      this.discounts.set(promotion.id, (this.discounts.get(promotion.id) ?? 0n) + part);
    });
  }

  spendable(line: BasketLine, at: number): bigint {
    const { payExcluded, payPercent } = this.programme;
    if (this.basket.member === null || (payExcluded !== null && contains(payExcluded, line))) return 0n;
    const left = this.left[at] ?? 0n;
    const share = shareOf(left, payPercent, 'DOWN');
    const above = left - this.floor(at);
    return share < above ? share : above;
  }

  points(applying: readonly Applying[], paid: readonly bigint[]): bigint[] {
    const earned = this.lines.map(() => 0n);
    if (this.basket.member === null) return earned;
    const { rewardBase, rounding, earnPercent } = this.programme;
    const base = this.lines.map((_, at) => {
      if (rewardBase === 'BEFORE_DISCOUNTS') return this.total(at);
      return (rewardBase === 'AFTER_DISCOUNTS' ? this.left[at] : paid[at]) ?? 0n;
    });
    const cells: [number, bigint][] = this.lines.map((line, at) => [
      at,
      this.earns(line) ? (base[at] ?? 0n) * earnPercent * 100n : 0n,
    ]);
    for (const { promotion, lines } of applying) cells.push(...this.weights(promotion, lines, base, sum(paid)));
    const weights = cells.filter(([, weight]) => weight > 0n);
    const total = sum(weights.map(([, weight]) => weight));
    const rounded = divide(total, 1_000_000n * rounding.unitMinor, rounding.mode) * rounding.unitMinor;
    spread(
      rounded,
      weights.map(([, weight]) => weight),
    ).forEach((part, index) => {
      const at = weights[index]?.[0] ?? 0;
      earned[at] = (earned[at] ?? 0n) + part;
    });
    return earned;
  }

  private weights(
    promotion: Promotion,
    lines: ReadonlySet<number>,
    base: readonly bigint[],
    payable: bigint,
  ): [number, bigint][] {
    const cells: [number, bigint][] = [];
    for (const effect of effectsOf(promotion, this.basket).filter(isPoints)) {
      const own = this.lines.flatMap((line, at) =>
        lines.has(at) && contains(effect.goods, line) && this.earns(line) ? [at] : [],
      );
      cells.push(...this.weigh(effect, promotion, own, base, payable));
    }
    const positive = cells.filter(([, weight]) => weight > 0n);
    const cap = promotion.caps.pointsPerBasket;
    const total = sum(positive.map(([, weight]) => weight));
    if (cap === null || total <= cap * 1_000_000n) return positive;
    const parts = spread(
      cap * 1_000_000n,
      positive.map(([, weight]) => weight),
    );
    return positive.map(([at], index) => [at, parts[index] ?? 0n]);
  }

  private weigh(
    effect: PointsEffect,
    { caps }: Promotion,
    own: readonly number[],
    base: readonly bigint[],
    payable: bigint,
  ): [number, bigint][] {
    const of = (at: number): bigint => base[at] ?? 0n;
    switch (effect.kind) {
      case 'POINTS_PERCENT':
        return own.map((at) => [at, of(at) * effect.percent * 100n]);
      case 'POINTS_MULTIPLIER':
        return own.map((at) => [at, of(at) * this.programme.earnPercent * (effect.factor - 100n)]);
      case 'POINTS_FIXED': {
        const times = effect.every === null ? 1 : Math.floor(this.units(own).length / effect.every);
        const uses = effect.every === null ? 1 : Math.min(times, caps.usesPerBasket ?? times);
        const parts = own.length === 0 ? [] : spread(effect.points * BigInt(uses) * 1_000_000n, own.map(of));
        return own.map((at, index) => [at, parts[index] ?? 0n]);
      }
      case 'POINTS_BY_TENDER': {
        let unpaid = payable;
        let rate = 0n;
        for (const { tender, amountMinor } of this.basket.tenders) {
          const paid = amountMinor === null || amountMinor > unpaid ? unpaid : amountMinor;
          unpaid -= paid;
          rate += paid * (effect.rates.find((one) => one.tender === tender)?.percent ?? 0n);
        }
        return own.map((at) => [at, payable > 0n ? (of(at) * rate * 100n) / payable : 0n]);
      }
    }
  }
}

function partsOf(effect: Effect): Goods[] {
  if ('parts' in effect) return effect.parts.map(({ goods }) => goods);
  return 'goods' in effect ? [effect.goods] : [];
}
