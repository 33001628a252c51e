import { divide, priceOf, shareOf } from '@adal/money';
import type { Basket, BasketLine, Programme, Promotion } from '..';
import { contains } from './reference-conditions';

/** Prices on their way down. */
export class Shelf {
  readonly lines: readonly BasketLine[];
  readonly left: bigint[];
  readonly discounts = new Map<string, bigint>();
  protected readonly takenByLine = new Map<string, bigint>();

  constructor(
    readonly basket: Basket,
    protected readonly programme: Programme,
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

  protected earns(line: BasketLine): boolean {
    const { earnExcluded } = this.programme;
    return earnExcluded === null || !contains(earnExcluded, line);
  }

  protected floor(at: number): bigint {
    const line = this.lines[at];
    const total = this.total(at);
    if (line === undefined || line.notDiscountable) return total;
    const floor = priceOf(line.minPriceMinor ?? 0n, line.quantityMilli);
    return floor < total ? floor : total;
  }

  protected room({ id, caps }: Promotion, at: number): bigint {
    const { amount, percent } = caps.line;
    const rooms = [(this.left[at] ?? 0n) - this.floor(at)];
    const taken = this.takenByLine.get(`${id}/${at}`) ?? 0n;
    if (amount !== null) rooms.push(amount - taken);
    if (percent !== null) rooms.push(shareOf(this.total(at), percent, 'DOWN') - taken);
    return rooms.reduce((one, other) => (one < other ? one : other));
  }

  /** Every whole unit of the lines, the dearest first. */
  protected units(own: readonly number[]): number[] {
    return own
      .flatMap((at) => Array<number>(Math.floor(Number(this.lines[at]?.quantityMilli ?? 0n) / 1_000)).fill(at))
      .sort((left, right) => {
        const [one, other] = [this.lines[left]?.priceMinor ?? 0n, this.lines[right]?.priceMinor ?? 0n];
        return one === other ? left - right : one > other ? -1 : 1;
      });
  }

  protected worth(at: number, units: number): bigint {
    const quantity = this.lines[at]?.quantityMilli ?? 1n;
    return divide((this.left[at] ?? 0n) * BigInt(units) * 1_000n, quantity, 'HALF_UP');
  }
}
