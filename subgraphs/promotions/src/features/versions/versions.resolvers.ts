import { badInput, connectionOf, decodeCursor, isUuid, pageSize, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { languageOf, sentencesOf } from '../definitions';
import { findVersion, listVersions } from '../promotions';
import { differenceOf } from './difference.rules';
import { restoreVersion } from './restore-version';

export const versionsResolvers: Resolvers = {
  Query: {
    promotionDifference: async (_, { id, from, to, language }, ctx) => {
      requirePermission(ctx, 'promotions.read');
      if (!isUuid(id)) return null;
      const [older, newer] = await Promise.all([findVersion(ctx.db, id, from), findVersion(ctx.db, id, to)]);
      return older && newer && differenceOf(older, newer, languageOf(language));
    },
  },
  Mutation: {
    restorePromotionVersion: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return restoreVersion(ctx, input);
    },
  },
  Promotion: {
    versions: async ({ id }, args, ctx) => {
      const size = pageSize(args.first);
      const rows = await listVersions(ctx.db, id, readCursor(args.after), size);
      return connectionOf(rows, size, args.after, ({ version }) => [version]);
    },
  },
  PromotionVersion: {
    summary: ({ definition }, { language }) => sentencesOf(definition, languageOf(language)).join(' '),
  },
};

function readCursor(after: string | null | undefined): number | null {
  const keys = decodeCursor(after, 1);
  if (keys === null) return null;
  if (!Number.isSafeInteger(keys[0])) throw badInput('after is not a cursor of this list.');
  return Number(keys[0]);
}
