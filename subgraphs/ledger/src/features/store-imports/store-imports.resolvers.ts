import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { importStores } from './import-stores';

export const resolvers: Resolvers = {
  Mutation: {
    importStores: (_root, { input }, ctx) => {
      requirePermission(ctx, 'ledger.import');
      return importStores(ctx, input);
    },
  },
};
