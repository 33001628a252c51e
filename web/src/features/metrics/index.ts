export { Freshness } from './freshness';
export { Metric } from './metric';
export { useDimensionValue, usePrintValue } from './use-print-value';
