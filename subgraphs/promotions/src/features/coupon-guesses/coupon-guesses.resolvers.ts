import { badInput, connectionOf, decodeCursor, pageSize, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { CouponIncident } from './guess.entity';

export const couponGuessesResolvers: Resolvers = {
  Query: {
    couponIncidents: async (_, { first, after }, ctx) => {
      requirePermission(ctx, 'coupons.read');
      const size = pageSize(first);
      const incidents = ctx.db.getRepository(CouponIncident).createQueryBuilder('incident');
      const cursor = readCursor(after);
      if (cursor !== null) incidents.where('(incident.lastAt, incident.id) < (:lastAt, :id)', cursor);
      const rows = await incidents
        .orderBy('incident.lastAt', 'DESC')
        .addOrderBy('incident.id', 'DESC')
        .limit(size + 1)
        .getMany();
      return connectionOf(rows, size, after, ({ lastAt, id }) => [lastAt.toISOString(), id]);
    },
  },
  CouponIncident: { member: ({ memberId }) => (memberId === null ? null : { id: memberId }) },
};

function readCursor(after: string | null | undefined): { lastAt: Date; id: string } | null {
  const keys = decodeCursor(after, 2);
  if (keys === null) return null;
  const lastAt = new Date(keys[0] ?? '');
  if (Number.isNaN(lastAt.getTime())) throw badInput('after is not a cursor of this list.');
  return { lastAt, id: String(keys[1]) };
}
