import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { importBalances } from './import-balances';
import { undoOpeningBalances } from './undo-opening-balances';

export const resolvers: Resolvers = {
  Mutation: {
    importBalances: (_root, { input }, ctx) => {
      requirePermission(ctx, 'ledger.import');
      return importBalances(ctx, input);
    },
    undoOpeningBalances: (_root, { input }, ctx) => {
      requirePermission(ctx, 'ledger.import');
      return undoOpeningBalances(ctx, input);
    },
  },
};
