import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { findApproval, lacksApproval } from '../approvals';
import { decideApproval, requestApproval } from './approve-promotion';

export const approvalsResolvers: Resolvers = {
  Mutation: {
    requestPromotionApproval: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return requestApproval(ctx, input);
    },
    decidePromotionApproval: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.approve');
      return decideApproval(ctx, input);
    },
  },
  Promotion: {
    approval: (promotion, _, ctx) => findApproval(ctx.db, promotion),
    approvalNeeded: (promotion, _, ctx) => lacksApproval(ctx.db, promotion),
  },
};
