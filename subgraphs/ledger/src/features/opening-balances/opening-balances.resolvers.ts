import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { undoOpeningBalances } from './undo-opening-balances';

export const resolvers: Resolvers = {
  Mutation: {
    undoOpeningBalances: (_root, { input }, ctx) => {
      requirePermission(ctx, 'ledger.import');
      return undoOpeningBalances(ctx, input);
    },
  },
};
