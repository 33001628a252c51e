export { DimensionField } from './dimension-field';
export { LiveBadge } from './live-badge';
export { Report } from './report';
export { ReportFilters, SegmentField } from './report-filters';
export { useChips } from './use-chips';
export { useFollowed } from './use-followed';
export { viewOf, type Definition as ReportDefinition } from './view';
