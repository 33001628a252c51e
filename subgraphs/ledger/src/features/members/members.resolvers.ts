import { badInput, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';

/** Ids of one question. */
const IDS_MAX = 1_000;

export const resolvers: Resolvers = {
  Query: {
    membersKnown: async (_root, { externalIds }, ctx) => {
      requirePermission(ctx, 'ledger.import');
      if (externalIds.length > IDS_MAX) throw badInput(`externalIds takes at most ${IDS_MAX} ids.`);
      const rows: { known: number }[] = await ctx.db.query(
        `select count(*)::int as known from member_key where kind = 'EXTERNAL_ID' and value = any($1::text[])`,
        [externalIds],
      );
      return rows[0]?.known ?? 0;
    },
  },
};
