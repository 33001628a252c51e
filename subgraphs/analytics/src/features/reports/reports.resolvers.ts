import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { inLanguage } from '../metrics';
import type { ReportPreset } from './report';
import { runReport } from './run-report';

export const reportsResolvers = (presets: readonly ReportPreset[]): Resolvers => ({
  Query: {
    reports: (_parent, _args, ctx) => {
      requirePermission(ctx, 'metrics.read');
      return [...presets];
    },
    report: (_parent, { input }, ctx) => {
      requirePermission(ctx, 'metrics.read');
      return runReport(ctx, presets, input);
    },
  },
  ReportDefinition: {
    name: ({ names }, { locale }) => inLanguage(names, locale),
    description: ({ descriptions }, { locale }) => inLanguage(descriptions, locale),
  },
  Report: {
    from: ({ days }) => days.from,
    to: ({ days }) => days.to,
    comparedFrom: ({ compared }) => compared?.from ?? null,
    comparedTo: ({ compared }) => compared?.to ?? null,
  },
});
