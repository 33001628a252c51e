import { badInput, requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { listMembers } from '../segments';
import { exportSegment, findExport, listExports } from './export-segment';

export const segmentExportsResolvers: Resolvers = {
  Query: {
    segmentExport: (_, { id }, ctx) => {
      requirePermission(ctx, 'segments.export');
      return findExport(ctx, id);
    },
  },
  Mutation: {
    exportSegment: (_, { input }, ctx) => {
      requirePermission(ctx, 'segments.export');
      return exportSegment(ctx, input);
    },
  },
  Segment: {
    exports: ({ id }, _, ctx) => {
      requirePermission(ctx, 'segments.export');
      return listExports(ctx.db, id);
    },
  },
  SegmentExport: {
    page: ({ segmentId, authorId }, page, ctx) => {
      requirePermission(ctx, 'segments.export');
      if (authorId !== ctx.actor.id) throw badInput('Only who began an export takes its pages.');
      return listMembers(ctx.db, segmentId, page);
    },
  },
};
