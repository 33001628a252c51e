import { PAYABLE_SQUARE } from '../../store/derived-tables';
import type { Metric } from '../metrics';
import { byCard, type MeasuredColumn, measuredBy, metricOf, type ValueOf } from '../metric-tables';
import { differenceOf, type Difference, type ReceiptSums, type Stratum } from './average-receipt.rules';

export const AVERAGE = 'sales.average_receipt';
const HIDDEN = { isHidden: true };

/** Averages with a card and without, and the sums they are made of. */
export const averages = (): MeasuredColumn[] => [
  ...byCard(AVERAGE),
  ...['sales.revenue', 'sales.receipts'].flatMap((key) => byCard(key, HIDDEN)),
];

type Side = 'identified' | 'anonymous';
const IS_OF: Readonly<Record<Side, string>> = { identified: 'f.identified', anonymous: 'NOT f.identified' };

/** Of these reports alone: what an interval is made of. Only whole receipts know. */
const spreadOf = (side: Side): MeasuredColumn[] => {
  const of = (key: string, unit: Metric['unit'], measures: Metric['measures']): MeasuredColumn =>
    measuredBy({ ...metricOf(`${AVERAGE}.${side}`), key: `${key}.${side}`, unit, measures }, HIDDEN);
  const sold = `sumIf(f.payable_minor, f.kind = 'SALE' AND ${IS_OF[side]})`;
  return [
    of('sold', 'MONEY', [
      { source: 'salesByHour', numerator: sold },
      { source: 'receipts', numerator: sold },
    ]),
    of('squares', 'COUNT', [
      { source: 'salesByHour', numerator: `sumIf(f.payable_squares, ${IS_OF[side]})` },
      { source: 'receipts', numerator: `sumIf(${PAYABLE_SQUARE}, ${IS_OF[side]})` },
    ]),
  ];
};
export const SPREAD: readonly MeasuredColumn[] = [...spreadOf('identified'), ...spreadOf('anonymous')];

/** Sums of both sides, of a row. */
export const sidesIn = (value: ValueOf): Stratum => {
  const side = (name: Side): ReceiptSums => {
    const of = (key: string): number => value(`${key}.${name}`) ?? 0;
    return { revenue: of('sales.revenue'), sold: of('sold'), squares: of('squares'), receipts: of('sales.receipts') };
  };
  return { one: side('identified'), other: side('anonymous') };
};

/** The difference of the averages of a row. */
export function differenceIn(value: ValueOf): Difference | null {
  const { one, other } = sidesIn(value);
  return differenceOf(one, other);
}
