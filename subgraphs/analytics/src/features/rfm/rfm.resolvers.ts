import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { inLanguage } from '../metrics';
import { rfmMembers } from './rfm-members';
import { rfmMigration } from './rfm-migration';
import { rfmReport } from './rfm-report';
import { gridsNow } from './rfm.queries';
import { printedBounds } from './rfm.settings';
import { saveRfmGrid } from './save-rfm-grid';

export const rfmResolvers: Resolvers = {
  Query: {
    rfmGrids: (_, _args, ctx) => {
      requirePermission(ctx, 'segments.read');
      return gridsNow(ctx.db);
    },
    rfmReport: (_, { input }, ctx) => {
      requirePermission(ctx, 'segments.read');
      return rfmReport(ctx, input);
    },
    rfmMigration: (_, { input, since }, ctx) => {
      requirePermission(ctx, 'segments.read');
      return rfmMigration(ctx, input, since);
    },
    rfmMembers: (_, { input, cells, ...page }, ctx) => {
      requirePermission(ctx, 'segments.read');
      return rfmMembers(ctx, input, cells, page);
    },
  },
  Mutation: {
    saveRfmGrid: (_, { input }, ctx) => {
      requirePermission(ctx, 'segments.write');
      return saveRfmGrid(ctx, input);
    },
  },
  RfmGrid: {
    id: ({ grid }) => grid.id,
    name: ({ grid }, { locale }) => inLanguage(grid.names, locale),
    windowDays: ({ settings }) => settings.windowDays,
    axes: ({ grid, settings }) =>
      grid.axes.map((axis, index) => {
        const cut = settings.cuts[index];
        return { ...axis, fixed: cut ? printedBounds(axis.measure, cut) : null };
      }),
  },
  RfmReport: {
    windowDays: ({ settings }) => settings.windowDays,
    bounds: ({ grid, bounds }) => grid.axes.map(({ measure }, index) => printedBounds(measure, bounds[index] ?? [])),
    revenue: ({ revenueMinor }) => revenueMinor,
    cells: ({ cells }) => [...cells],
  },
  RfmCell: {
    scores: ({ key }) => key.split('-').map(Number),
    name: ({ grid, key }, { locale }) => {
      const named = grid.cells[key];
      return named ? inLanguage(named.names, locale) : key;
    },
    advice: ({ grid, key }, { locale }) => {
      const named = grid.cells[key];
      return named ? inLanguage(named.advice, locale) : null;
    },
    templates: ({ grid, key }) => [...(grid.cells[key]?.templates ?? [])],
    revenue: ({ revenueMinor }) => revenueMinor,
    averageReceipt: ({ revenueMinor, purchases }) => (purchases === 0 ? null : revenueMinor / BigInt(purchases)),
  },
  RfmMember: { revenue: ({ revenueMinor }) => revenueMinor },
};
