import { readSdl } from '@adal/service';
import type { DocumentNode } from 'graphql';
import type { Resolvers } from '../../generated/graphql';
import type { ReportPreset } from './report';
import { reportsResolvers } from './reports.resolvers';

export {
  body,
  dimensionColumn,
  figure,
  NO_TEXT,
  reportDrill,
  textCell,
  valueCell,
  valueColumn,
} from './report.builders';
export { readAsk } from './report.ask';
export { comparedBucket, comparedDays, countOf, daysOfBucket, overlap, plus } from './report.rules';
export { chartOf, inWords, nameOfDays, ratio, tableOf, texts, whole } from './report.tables';
export type * from './report';
export type { Named } from './report.builders';
export type { Report } from './run-report';

/** Reports over a list of presets: what each takes, and what it says. */
export const reportsOf = (presets: readonly ReportPreset[]): { typeDefs: DocumentNode; resolvers: Resolvers } => ({
  typeDefs: readSdl(__dirname, 'reports.graphql'),
  resolvers: reportsResolvers(presets),
});
