import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { saveStore } from './save-store';
import { findStore, getStore, listStores } from './store.queries';
import { listTills } from './till.queries';

export const resolvers: Resolvers = {
  Query: {
    stores: (_root, _args, ctx) => {
      requirePermission(ctx, 'stores.read');
      return listStores(ctx);
    },
    store: (_root, { id }, ctx) => {
      requirePermission(ctx, 'stores.read');
      return findStore(ctx, id);
    },
    tills: (_root, { storeId }, ctx) => {
      requirePermission(ctx, 'stores.read');
      return listTills(ctx, storeId ?? null);
    },
  },
  Mutation: {
    saveStore: (_root, { input }, ctx) => {
      requirePermission(ctx, 'stores.write');
      return saveStore(ctx, input);
    },
  },
  Store: {
    __resolveReference: ({ id }, ctx) => findStore(ctx, id),
  },
  Till: {
    store: ({ storeId }, _args, ctx) => getStore(ctx, storeId),
  },
  Purchase: {
    store: ({ storeId }, _args, ctx) => getStore(ctx, storeId),
  },
  PurchaseReturn: {
    store: ({ storeId }, _args, ctx) => getStore(ctx, storeId),
  },
};
