import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { accountName } from './journal.rules';
import { readTrialBalance } from './trial-balance';
import { verifyLedger } from './verify-ledger';

export const resolvers: Resolvers = {
  Query: {
    trialBalance: (_root, { asOf }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return readTrialBalance(ctx, asOf ?? null);
    },
    verifyLedger: (_root, { since }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return verifyLedger(ctx, since ?? null);
    },
  },
  Purchase: {
    entries: ({ id }, _args, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return ctx.loaders.entries.load(id);
    },
  },
  JournalEntry: {
    postings: ({ seq }, _args, ctx) => ctx.loaders.postings.load(seq),
  },
  Posting: {
    account: accountName,
    amount: (posting) => posting.amountMinor,
  },
};
