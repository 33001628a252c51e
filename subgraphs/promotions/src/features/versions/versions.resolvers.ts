import { isUuid, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { languageOf } from '../definitions';
import { findVersion } from '../promotions';
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
};
