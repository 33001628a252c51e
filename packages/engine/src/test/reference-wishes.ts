import { priceOf, shareOf, spread, sum } from '@adal/money';
import type { Discount, Goods, Promotion } from '..';
import { contains } from './reference-conditions';
import { Shelf } from './reference-shelf';

type Bundle = Extract<Discount, { kind: 'BUNDLE_PRICE' | 'SET_PERCENT' }>;

/** What each effect wants to take off, unit by unit. */
export class Wishes extends Shelf {
  /** What an effect wants to take off each line. */
  protected wishes(promotion: Promotion, effect: Discount, lines: ReadonlySet<number>): bigint[] {
    const wishes = this.lines.map(() => 0n);
    const isOpen = (at: number): boolean => lines.has(at) && this.lines[at]?.notDiscountable === false;
    if (effect.kind === 'BUNDLE_PRICE' || effect.kind === 'SET_PERCENT') {
      return this.bundleWishes(promotion, effect, isOpen);
    }
    const own = this.of(effect.goods).filter(isOpen);
    const takeUnits = (units: readonly number[], percent: bigint): bigint[] => {
      for (const at of own) {
        const count = units.filter((unit) => unit === at).length;
        if (count > 0) wishes[at] = shareOf(this.worth(at, count), percent, 'HALF_UP');
      }
      return wishes;
    };
    const spreadAmount = (amount: bigint): bigint[] => {
      const rooms = own.map((at) => this.room(promotion, at));
      spread(amount < sum(rooms) ? amount : sum(rooms), rooms).forEach(
        (part, index) => (wishes[own[index] ?? 0] = part),
      );
      return wishes;
    };
    switch (effect.kind) {
      case 'PERCENT':
        for (const at of own) wishes[at] = shareOf(this.left[at] ?? 0n, effect.percent, 'HALF_UP');
        return wishes;
      case 'FIXED_PRICE':
        for (const at of own)
          wishes[at] = (this.left[at] ?? 0n) - priceOf(effect.price, this.lines[at]?.quantityMilli ?? 0n);
        return wishes;
      case 'AMOUNT_OFF': {
        const times = effect.every === null ? 1 : Math.floor(this.units(own).length / effect.every);
        const uses = effect.every === null ? 1 : Math.min(times, promotion.caps.usesPerBasket ?? times);
        return own.length === 0 ? wishes : spreadAmount(effect.amount * BigInt(uses));
      }
      case 'CHEAPEST_FREE':
        return takeUnits(this.cheapest([this.units(own)], effect.of, effect.free, promotion), 10_000n);
      case 'NTH_AT_PERCENT':
        return takeUnits(this.cheapest([this.units(own)], effect.n, 1, promotion), effect.percent);
      case 'N_FOR_M': {
        const skus = [...new Set(this.units(own).map((at) => this.lines[at]?.sku))];
        const queues = skus.map((sku) => this.units(own.filter((at) => this.lines[at]?.sku === sku)));
        return takeUnits(this.cheapest(queues, effect.take, effect.take - effect.pay, promotion), 10_000n);
      }
      case 'GIFT': {
        const dearest = [...new Set(this.units(own))].reverse();
        return takeUnits(dearest.flatMap((at) => this.units([at])).slice(0, effect.quantity), 10_000n);
      }
      case 'TIERS': {
        const step = this.stepOf(effect);
        if (step === undefined || own.length === 0) return wishes;
        if (step.amount !== null) return spreadAmount(step.amount);
        for (const at of own) wishes[at] = shareOf(this.left[at] ?? 0n, step.percent ?? 0n, 'HALF_UP');
        return wishes;
      }
    }
  }

  private of(goods: Goods): number[] {
    return this.lines.flatMap((line, at) => (contains(goods, line) ? [at] : []));
  }

  private stepOf({ goods, by, steps }: Extract<Discount, { kind: 'TIERS' }>) {
    const measures = this.of(goods).map((at) =>
      by === 'SUM' ? this.total(at) : (this.lines[at]?.quantityMilli ?? 0n),
    );
    return steps.filter(({ from }) => from <= sum(measures)).at(-1);
  }

  private cheapest(queues: readonly number[][], of: number, free: number, { caps }: Promotion): number[] {
    const chosen: number[] = [];
    let uses = 0;
    for (const queue of queues) {
      for (let from = 0; from + of <= queue.length; from += of) {
        if (caps.usesPerBasket !== null && uses === caps.usesPerBasket) return chosen;
        uses += 1;
        chosen.push(...queue.slice(from + of - free, from + of));
      }
    }
    return chosen;
  }

  /** Bundles of the same make-up that follow one another are rounded as one. */
  private bundleWishes({ caps }: Promotion, effect: Bundle, isOpen: (at: number) => boolean): bigint[] {
    const wishes = this.lines.map(() => 0n);
    const queues = effect.parts
      .map(({ goods, quantity }, index) => {
        const own = this.lines.flatMap((line, at) => (contains(goods, line) && isOpen(at) ? [at] : []));
        return { quantity, index, units: this.units(own) };
      })
      .sort((left, right) => left.units.length - right.units.length || left.index - right.index);
    const free = new Map([...this.lines.keys()].map((at) => [at, this.units([at]).length]));
    const made: { text: string; picked: number[]; times: number }[] = [];
    for (let uses = 0; uses < (caps.usesPerBasket ?? Infinity); uses += 1) {
      const picked: number[] = [];
      const isFree = (at: number): boolean => (free.get(at) ?? 0) > picked.filter((one) => one === at).length;
      for (const { quantity, units } of queues) {
        for (let count = 0; count < quantity; count += 1) {
          const unit = units.find(isFree);
          if (unit === undefined) return this.settle(effect, made, wishes);
          picked.push(unit);
        }
      }
      const shelf = sum(picked.map((at) => this.lines[at]?.priceMinor ?? 0n));
      if (effect.kind === 'BUNDLE_PRICE' && shelf <= effect.price) break;
      for (const at of picked) free.set(at, (free.get(at) ?? 0) - 1);
      const last = made.at(-1);
      const text = picked.join();
      if (last?.text === text) last.times += 1;
      else made.push({ text, picked, times: 1 });
    }
    return this.settle(effect, made, wishes);
  }

  private settle(
    effect: Bundle,
    made: readonly { picked: readonly number[]; times: number }[],
    wishes: bigint[],
  ): bigint[] {
    for (const { picked, times } of made) {
      const own = [...new Set(picked)];
      const values = own.map((at) => this.worth(at, picked.filter((one) => one === at).length * times));
      const off = effect.kind === 'BUNDLE_PRICE' ? sum(values) - effect.price * BigInt(times) : 0n;
      const parts =
        effect.kind === 'SET_PERCENT'
          ? values.map((value) => shareOf(value, effect.percent, 'HALF_UP'))
          : spread(off > 0n ? off : 0n, values);
      own.forEach((at, index) => (wishes[at] = (wishes[at] ?? 0n) + (parts[index] ?? 0n)));
    }
    return wishes;
  }
}
