export { MetricCatalogue } from './metric-catalogue';
