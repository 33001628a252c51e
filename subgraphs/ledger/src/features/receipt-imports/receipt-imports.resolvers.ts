import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { importReceipts } from './import-receipts';

export const resolvers: Resolvers = {
  Mutation: {
    importReceipts: (_root, { input }, ctx) => {
      requirePermission(ctx, 'ledger.import');
      return importReceipts(ctx, input);
    },
  },
};
