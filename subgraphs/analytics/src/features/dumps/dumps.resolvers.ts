import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { dumpViews, listDumps } from './dump-views';

export const dumpsResolvers: Resolvers = {
  Query: {
    dumps: (_parent, _args, ctx) => {
      requirePermission(ctx, 'analytics.dump');
      return listDumps(ctx);
    },
  },
  Mutation: {
    dumpViews: (_parent, { dumpId }, ctx) => {
      requirePermission(ctx, 'analytics.dump');
      return dumpViews(ctx, dumpId);
    },
  },
  Dump: { rows: ({ rows }) => Number(rows) },
};
