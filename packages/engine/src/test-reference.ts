import { divide, priceOf, shareOf, spread, sum } from '@adal/money';
import {
  bucketOf,
  type Basket,
  type BasketLine,
  type Discount,
  type Effect,
  type PointsEffect,
  type Programme,
  type Promotion,
} from '.';
import { contains, holds } from './test-reference-conditions';

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

interface Applying {
  promotion: Promotion;
  lines: ReadonlySet<number>;
}

const byRank = (left: Promotion, right: Promotion): number =>
  right.priority - left.priority || (left.id < right.id ? -1 : 1);

const isPoints = (effect: Effect): effect is PointsEffect => effect.kind.startsWith('POINTS');
const isNotice = (effect: Effect): boolean => /^(COUPON|MESSAGE|RECEIPT)/.test(effect.kind);
const isDiscount = (effect: Effect): effect is Discount => !isPoints(effect) && !isNotice(effect);

function effectsOf({ id, effects, variants }: Promotion, basket: Basket): readonly Effect[] {
  if (basket.member === null) return effects;
  let from = 0n;
  for (const variant of variants) {
    const bucket = BigInt(bucketOf(basket.member.id, `${id}/variant`));
    if (bucket >= from && bucket < from + variant.share) return variant.effects;
    from += variant.share;
  }
  return effects;
}

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
    rivals.forEach((__, rival) => {
      if (isJoint[rival] === true) return;
      if ((gains[rival]?.[at] ?? 0n) > (best === null ? 0n : (gains[best]?.[at] ?? 0n))) best = rival;
    });
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

const PHASE: Partial<Record<Effect['kind'], number>> = { FIXED_PRICE: 0, PERCENT: 2, TIERS: 2, AMOUNT_OFF: 3 };

function inOrder(applying: readonly Applying[], basket: Basket) {
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

/** Prices on their way down. */
class World {
  readonly lines: readonly BasketLine[];
  readonly left: bigint[];
  readonly discounts = new Map<string, bigint>();
  private readonly takenByLine = new Map<string, bigint>();

  constructor(
    readonly basket: Basket,
    private readonly programme: Programme,
  ) {
    const text = (line: BasketLine): (string | bigint | number)[] => [
      line.sku,
      line.priceMinor,
      line.quantityMilli,
      line.lineNo,
    ];
    this.lines = [...basket.lines].sort((left, right) => {
      const [one, other] = [text(left), text(right)];
      const at = one.findIndex((value, index) => value !== other[index]);
      return at < 0 ? 0 : (one[at] ?? 0) < (other[at] ?? 0) ? -1 : 1;
    });
    this.left = this.lines.map((line) => priceOf(line.priceMinor, line.quantityMilli));
  }

  total(at: number): bigint {
    const line = this.lines[at];
    return line === undefined ? 0n : priceOf(line.priceMinor, line.quantityMilli);
  }

  goodsOf(promotion: Promotion | undefined): number[] {
    if (promotion === undefined) return [];
    const effects = effectsOf(promotion, this.basket);
    return this.lines.flatMap((line, at) => {
      const isOf = (effect: Effect): boolean =>
        ('parts' in effect
          ? effect.parts.some((part) => contains(part.goods, line))
          : 'goods' in effect && contains(effect.goods, line)) &&
        (isPoints(effect) ? this.earns(line) : !line.notDiscountable);
      return effects.some(isOf) ? [at] : [];
    });
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

  private earns(line: BasketLine): boolean {
    const { earnExcluded } = this.programme;
    return earnExcluded === null || !contains(earnExcluded, line);
  }

  private floor(at: number): bigint {
    const line = this.lines[at];
    const total = this.total(at);
    if (line === undefined || line.notDiscountable) return total;
    const floor = priceOf(line.minPriceMinor ?? 0n, line.quantityMilli);
    return floor < total ? floor : total;
  }

  private room({ id, caps }: Promotion, at: number): bigint {
    const { amount, percent } = caps.line;
    const rooms = [(this.left[at] ?? 0n) - this.floor(at)];
    const taken = this.takenByLine.get(`${id}/${at}`) ?? 0n;
    if (amount !== null) rooms.push(amount - taken);
    if (percent !== null) rooms.push(shareOf(this.total(at), percent, 'DOWN') - taken);
    return rooms.reduce((one, other) => (one < other ? one : other));
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

  /** Every whole unit of the lines, the dearest first. */
  private units(own: readonly number[]): number[] {
    return own
      .flatMap((at) => Array<number>(Math.floor(Number(this.lines[at]?.quantityMilli ?? 0n) / 1_000)).fill(at))
      .sort((left, right) => {
        const [one, other] = [this.lines[left]?.priceMinor ?? 0n, this.lines[right]?.priceMinor ?? 0n];
        return one === other ? left - right : one > other ? -1 : 1;
      });
  }

  private worth(at: number, units: number): bigint {
    const quantity = this.lines[at]?.quantityMilli ?? 1n;
    return divide((this.left[at] ?? 0n) * BigInt(units) * 1_000n, quantity, 'HALF_UP');
  }

  /** What an effect wants to take off each line. */
  private wishes(promotion: Promotion, effect: Discount, lines: ReadonlySet<number>): bigint[] {
    const wishes = this.lines.map(() => 0n);
    const all = (goods: Effect & { goods: unknown }): number[] =>
      this.lines.flatMap((line, at) => (contains(goods.goods as never, line) ? [at] : []));
    const isOpen = (at: number): boolean => lines.has(at) && this.lines[at]?.notDiscountable === false;
    if (effect.kind === 'BUNDLE_PRICE' || effect.kind === 'SET_PERCENT') {
      return this.bundleWishes(promotion, effect, isOpen);
    }
    const own = all(effect).filter(isOpen);
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
        const goods = all(effect);
        const reached = sum(
          goods.map((at) => (effect.by === 'SUM' ? this.total(at) : (this.lines[at]?.quantityMilli ?? 0n))),
        );
        const step = effect.steps.filter(({ from }) => from <= reached).at(-1);
        if (step === undefined || own.length === 0) return wishes;
        if (step.amount !== null) return spreadAmount(step.amount);
        for (const at of own) wishes[at] = shareOf(this.left[at] ?? 0n, step.percent ?? 0n, 'HALF_UP');
        return wishes;
      }
    }
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
  private bundleWishes(
    { caps }: Promotion,
    effect: Extract<Discount, { kind: 'BUNDLE_PRICE' | 'SET_PERCENT' }>,
    isOpen: (at: number) => boolean,
  ): bigint[] {
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
    effect: Extract<Discount, { kind: 'BUNDLE_PRICE' | 'SET_PERCENT' }>,
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
