export { ChartCard } from './chart-card';
export type { Series, SeriesRow } from './series';
