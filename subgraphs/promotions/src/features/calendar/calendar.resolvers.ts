import { badInput, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { launchChecklist } from './launch-checklist';
import { promotionCalendar } from './promotion-calendar';

export const calendarResolvers: Resolvers = {
  Query: {
    promotionCalendar: (_, { from, until, storeId, city }, ctx) => {
      requirePermission(ctx, 'promotions.read');
      if (from >= until) throw badInput('until must be after from.');
      return promotionCalendar(ctx, { from, until, storeId: storeId ?? null, city: city ?? null });
    },
    launchChecklist: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.read');
      return launchChecklist(ctx, input);
    },
  },
};
