export { DimensionField } from './dimension-field';
export { Report } from './report';
export { ReportFilters, SegmentField } from './report-filters';
export { useChips } from './use-chips';
export { viewOf, type Definition as ReportDefinition } from './view';
