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
const SQUARE = '(f.payable_minor / 100.0) * (f.payable_minor / 100.0)';

/** Of these reports alone: what an interval is made of. Only whole receipts know. */
const spreadOf = (side: Side): MeasuredColumn[] => {
  const of = (key: string, unit: Metric['unit'], numerator: string): Metric => ({
    ...metricOf(`${AVERAGE}.${side}`),
    ...{ key: `${key}.${side}`, unit, measures: [{ source: 'receipts', numerator }] },
  });
  return [
    measuredBy(of('sold', 'MONEY', `sumIf(f.payable_minor, f.kind = 'SALE' AND ${IS_OF[side]})`), HIDDEN),
    measuredBy(of('squares', 'COUNT', `round(sumIf(${SQUARE}, ${IS_OF[side]}))`), HIDDEN),
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
