/** Tables of reports whose columns are metrics of the registry: rows, totals, comparison and drills. */
export { columnOf, shownValue } from './dimension.columns';
export { withBuyers } from './buyers-drill';
export { byCard, isOfGoods, measured, measuredBy, metricOf, over, shareOf } from './metric-columns';
export type { DerivedColumn, MeasuredColumn, MetricColumn, ValueOf } from './metric-columns';
export { metricTable, type MetricTable } from './metric-table';
export { valuesOver, type Values } from './metric-values';
export { splitReport } from './split-report';
