export { countMember, countReceipt, type Comparison, type Effect } from './count-receipt.rules';
export { fromExactJson, toExactJson } from './exact-json';
export type { BothSums, Figures, Sums } from './figures';
export { addFigures, noFigures, SPREAD_BOUNDS } from './figures.rules';
export { promotionIdOf, runIdOf } from './run-id';
export type { TopRow } from './top-list.rules';
