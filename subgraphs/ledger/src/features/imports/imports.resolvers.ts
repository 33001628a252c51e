import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { importBalances } from './import-balances';
import { importReceipts } from './import-receipts';
import { importStores } from './import-stores';

export const resolvers: Resolvers = {
  Mutation: {
    importStores: (_root, { input }, ctx) => {
      requirePermission(ctx, 'ledger.import');
      return importStores(ctx, input);
    },
    importReceipts: (_root, { input }, ctx) => {
      requirePermission(ctx, 'ledger.import');
      return importReceipts(ctx, input);
    },
    importBalances: (_root, { input }, ctx) => {
      requirePermission(ctx, 'ledger.import');
      return importBalances(ctx, input);
    },
  },
};
