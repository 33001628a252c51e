import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { grantPoints } from './grant-points';
import { PointGrantRow } from './point-grant.entity';
import { undoGrant } from './undo-grant';

export const resolvers: Resolvers = {
  Query: {
    pointGrant: (_root, { id }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return ctx.db.getRepository(PointGrantRow).findOneBy({ id });
    },
  },
  Mutation: {
    grantPoints: (_root, { input }, ctx) => {
      requirePermission(ctx, 'points.grant');
      return grantPoints(ctx, input);
    },
    undoGrant: (_root, { input }, ctx) => {
      requirePermission(ctx, 'points.approve');
      return undoGrant(ctx, input);
    },
  },
  PointGrant: {
    points: ({ pointsMinor }) => pointsMinor,
  },
};
