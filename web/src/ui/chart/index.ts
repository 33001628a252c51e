export { ChartCard, SeriesChart } from './chart-card';
export { ChartFrame } from './chart-frame';
export { Pyramid } from './pyramid';
export { Sankey } from './sankey';
export { seriesColors, type Series, type SeriesRow } from './series';
