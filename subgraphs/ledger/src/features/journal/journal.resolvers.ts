import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { movementsOf } from './journal.rules';
import { readTrialBalance } from './trial-balance';

export const resolvers: Resolvers = {
  Query: {
    trialBalance: (_root, { asOf }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return readTrialBalance(ctx, asOf ?? null);
    },
  },
  Purchase: {
    entries: ({ id, memberId }, _args, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return memberId === null ? [] : ctx.loaders.entries.load({ purchaseId: id, memberId });
    },
  },
  JournalEntry: {
    postings: async (entry, _args, ctx) => movementsOf(entry, await ctx.loaders.postings.load(entry.seq)),
  },
};
