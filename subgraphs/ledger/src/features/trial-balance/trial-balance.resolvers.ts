import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import type { JournalEntryRow } from '../journal';
import { listAccountEntries } from './account-entries';
import { readTrialBalance } from './trial-balance';

export const resolvers: Resolvers = {
  Query: {
    trialBalance: (_root, { asOf }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return readTrialBalance(ctx, asOf ?? null);
    },
    accountEntries: (_root, { account, legalEntity, from, to, ...page }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      const period = { from: from ?? null, to: to ?? null };
      return listAccountEntries(ctx, { account, legalEntity: legalEntity ?? null, ...period }, page);
    },
  },
  AccountEntry: {
    entry: ({ seq }, _args, ctx) => ctx.loaders.entriesBySeq.load(seq).then(there),
  },
};

/** A posting names no entry that is not there. */
function there(entry: JournalEntryRow | null): JournalEntryRow {
  if (!entry) throw new Error('A posting has no entry');
  return entry;
}
