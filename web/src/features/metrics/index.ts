export { Freshness } from './freshness';
export { StoreTroubles } from './store-troubles';
export { Metric } from './metric';
export { useDimensionValue, usePrintValue } from './use-print-value';
