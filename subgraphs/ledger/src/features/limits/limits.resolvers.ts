import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { listLimits } from './limit.queries';
import { milliOf } from './limit.rules';

export const resolvers: Resolvers = {
  Query: {
    limits: (_root, { filter, first, after }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return listLimits(ctx.db, { filter: filter ?? {}, first, after, now: ctx.now });
    },
  },
  Purchase: {
    limitsUsed: ({ id }, _args, ctx) => ctx.loaders.limitsUsed.load(id),
  },
  Limit: {
    used: ({ counted, reserved, unit }) => milliOf(counted - reserved, unit),
    reserved: ({ reserved, unit }) => milliOf(reserved, unit),
    max: ({ max, unit }) => milliOf(max, unit),
    left: ({ counted, max, unit }) => milliOf(max > counted ? max - counted : 0n, unit),
  },
  LimitUse: {
    taken: ({ taken, unit }) => milliOf(taken, unit),
    counted: ({ counted, unit }) => milliOf(counted, unit),
  },
  LimitConnection: {
    totalCount: (page) => page.countTotal(),
  },
};
