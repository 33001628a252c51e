import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { analyticsStatus } from './analytics-status';
import { rebuildAnalytics } from './rebuild-analytics';

export const upkeepResolvers: Resolvers = {
  Query: {
    analyticsStatus: (_parent, _args, ctx) => {
      requirePermission(ctx, 'metrics.read');
      return analyticsStatus(ctx);
    },
  },
  Mutation: {
    rebuildAnalytics: (_parent, { rebuildId }, ctx) => {
      requirePermission(ctx, 'analytics.rebuild');
      return rebuildAnalytics(ctx, rebuildId);
    },
  },
};
