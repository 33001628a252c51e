import { priceOf, type Minor } from '@adal/money';
import type { Basket, BasketLine } from './basket';
import type { Goods } from './goods';
import { compileGoods, type GoodsTest } from './match-goods';
import type { Reason } from './reason';

/** Null when the facts pass; otherwise the first thing that fails and what is missing. */
export type Check = (facts: Facts) => Reason | null;

/** The place of goods among all that promotions name: the same goods have one place, and are looked for once a basket. */
export type GoodsId = number;

/** Collects the goods that promotions name. */
export class GoodsRegistry {
  readonly tests: GoodsTest[] = [];
  private readonly ids = new Map<string, GoodsId>();

  register(goods: Goods): GoodsId {
    const text = JSON.stringify(goods, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    this.ids.set(text, this.tests.length);
    return this.tests.push(compileGoods(goods)) - 1;
  }
}

/** A line with what its price is made from. */
export interface OpenLine {
  line: BasketLine;
  /** Shelf price of the line. */
  totalMinor: Minor;
  /** What no discount and no points go below. */
  floorMinor: Minor;
  /** Whole pieces. */
  units: number;
  /** Whether the programme gives points for it. */
  earns: boolean;
}

/** A basket as promotions look at it: lines in an order of their own, and which of them are which goods. */
export class Facts {
  readonly lines: readonly OpenLine[];
  readonly totalMinor: Minor;
  private readonly goods: readonly GoodsTest[];
  private readonly positions: (readonly number[] | undefined)[] = [];
  private readonly isAllDiscountable: boolean;
  private readonly isAllEarning: boolean;

  constructor(
    readonly basket: Basket,
    { goods, earns }: { goods: readonly GoodsTest[]; earns: GoodsTest },
  ) {
    this.goods = goods;
    this.lines = [...basket.lines].sort(byContent).map((line) => openLine(line, earns));
    let total = 0n;
    for (const line of this.lines) total += line.totalMinor;
    this.totalMinor = total;
    this.isAllDiscountable = this.lines.every(({ line }) => !line.notDiscountable);
    this.isAllEarning = this.lines.every((line) => line.earns);
  }

  /** Positions of the lines that the goods contain, in order. */
  positionsOf(goods: GoodsId): readonly number[] {
    const known = this.positions[goods];
    if (known !== undefined) return known;
    const test = this.goods[goods];
    const found: number[] = [];
    for (let position = 0; position < this.lines.length; position += 1) {
      const line = this.lines[position];
      if (line !== undefined && test?.(line.line) === true) found.push(position);
    }
    this.positions[goods] = found;
    return found;
  }

  /** Those of them that discounts may lower. */
  discountable(goods: GoodsId): readonly number[] {
    const positions = this.positionsOf(goods);
    if (this.isAllDiscountable) return positions;
    return positions.filter((position) => this.lines[position]?.line.notDiscountable === false);
  }

  /** Those of them that earn points. */
  earning(goods: GoodsId): readonly number[] {
    const positions = this.positionsOf(goods);
    return this.isAllEarning ? positions : positions.filter((position) => this.lines[position]?.earns === true);
  }
}

function openLine(line: BasketLine, earns: GoodsTest): OpenLine {
  const totalMinor = priceOf(line.priceMinor, line.quantityMilli);
  return {
    line,
    totalMinor,
    floorMinor: floorOf(line, totalMinor),
    units: Number(line.quantityMilli / 1_000n),
    earns: earns(line),
  };
}

function floorOf({ notDiscountable, minPriceMinor, quantityMilli }: BasketLine, totalMinor: Minor): Minor {
  if (notDiscountable) return totalMinor;
  if (minPriceMinor === null) return 0n;
  const floor = priceOf(minPriceMinor, quantityMilli);
  return floor < totalMinor ? floor : totalMinor;
}

/** By content, so that neither the order of the lines nor their numbers decide where an odd tiyn goes. */
function byContent(left: BasketLine, right: BasketLine): number {
  return (
    compare(left.sku, right.sku) ||
    compare(left.priceMinor, right.priceMinor) ||
    compare(left.quantityMilli, right.quantityMilli) ||
    compare(left.lineNo, right.lineNo)
  );
}

const compare = <T extends string | bigint | number>(left: T, right: T): number =>
  left < right ? -1 : left > right ? 1 : 0;
