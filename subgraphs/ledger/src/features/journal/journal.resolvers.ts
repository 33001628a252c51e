import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { movementsOf } from './journal.rules';

export const resolvers: Resolvers = {
  Purchase: {
    entries: ({ id, memberId }, _args, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return memberId === null ? [] : ctx.loaders.entries.load({ purchaseId: id, memberId });
    },
  },
  JournalEntry: {
    member: ({ memberId }) => ({ id: memberId }),
    postings: async (entry, _args, ctx) => movementsOf(entry, await ctx.loaders.postings.load(entry.seq)),
  },
};
