import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { listAdjustmentLimits, readAllowance, setAdjustmentLimit } from './adjustment-limits';

export const resolvers: Resolvers = {
  Query: {
    adjustmentLimits: (_root, _args, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return listAdjustmentLimits(ctx);
    },
    adjustmentAllowance: (_root, _args, ctx) => {
      requirePermission(ctx, 'points.adjust');
      return readAllowance(ctx);
    },
  },
  Mutation: {
    setAdjustmentLimit: (_root, { input }, ctx) => {
      requirePermission(ctx, 'points.limits');
      return setAdjustmentLimit(ctx, input);
    },
  },
  AdjustmentLimit: {
    perAdjustment: ({ perAdjustmentMinor }) => perAdjustmentMinor,
    perDay: ({ perDayMinor }) => perDayMinor,
    approvalAbove: ({ approvalAboveMinor }) => approvalAboveMinor,
  },
  AdjustmentAllowance: {
    perAdjustment: ({ perAdjustmentMinor }) => perAdjustmentMinor,
    perDay: ({ perDayMinor }) => perDayMinor,
    leftToday: ({ leftTodayMinor }) => leftTodayMinor,
    approvalAbove: ({ approvalAboveMinor }) => approvalAboveMinor,
  },
};
