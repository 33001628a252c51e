export { ReportLinks } from './report-links';
export { Reports } from './reports';
