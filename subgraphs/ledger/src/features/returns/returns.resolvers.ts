import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { returnPurchase } from './return-purchase';

export const resolvers: Resolvers = {
  Mutation: {
    returnPurchase: (_root, { input }, ctx) => {
      requirePermission(ctx, 'purchase.return');
      return returnPurchase(ctx, input);
    },
  },
  Purchase: {
    returns: ({ id }, _args, ctx) => ctx.loaders.returns.load(id),
  },
  PurchaseLine: {
    quantityReturned: async ({ purchaseId, lineNo }, _args, ctx) => {
      const returned = await ctx.loaders.returnedQuantities.load(purchaseId);
      return returned.get(lineNo) ?? 0n;
    },
  },
  PurchaseReturn: {
    refund: (row) => row.refundMinor,
    pointsGivenBack: (row) => row.pointsGivenBackMinor,
    pointsWithdrawn: (row) => row.pointsWithdrawnMinor,
    pointsShortfall: (row) => row.pointsShortfallMinor,
    withheld: (row) => row.withheldMinor,
    lines: ({ id }, _args, ctx) => ctx.loaders.returnLines.load(id),
  },
  ReturnedLine: {
    quantity: (line) => line.quantityMilli,
    amount: (line) => line.amountMinor,
  },
};
