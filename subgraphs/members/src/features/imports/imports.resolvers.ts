import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { importCards } from './import-cards';
import { importMembers } from './import-members';

export const importsResolvers: Resolvers = {
  Mutation: {
    importMembers: (_root, { input }, ctx) => {
      requirePermission(ctx, 'members.import');
      return importMembers(ctx, input);
    },
    importCards: (_root, { input }, ctx) => {
      requirePermission(ctx, 'members.import');
      return importCards(ctx, input);
    },
  },
};
