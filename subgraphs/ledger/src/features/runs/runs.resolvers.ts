import type { Resolvers } from '../../generated/graphql';

export const resolvers: Resolvers = {
  JournalEntry: {
    run: ({ seq, kind }, _args, ctx) =>
      kind === 'OPENING_BALANCE' || kind === 'GRANT' ? ctx.loaders.entryRuns.load(seq) : null,
  },
};
