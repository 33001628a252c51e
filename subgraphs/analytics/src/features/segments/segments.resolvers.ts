import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { deleteSegment } from './delete-segment';
import { changeGroup, freezeSegment } from './freeze-segment';
import { previewSegment } from './preview-segment';
import { saveSegment } from './save-segment';
import { segmentOverlap } from './segment-overlap';
import { countSegments, findSegment, listMembers, listSegments } from './segment.queries';

export const segmentsResolvers: Resolvers = {
  Query: {
    segments: (_, { filter, ...page }, ctx) => {
      requirePermission(ctx, 'segments.read');
      return listSegments(ctx.db, filter ?? {}, page);
    },
    segment: (_, { id }, ctx) => {
      requirePermission(ctx, 'segments.read');
      return findSegment(ctx.db, id);
    },
    previewSegment: (_, { definition, sample }, ctx) => {
      requirePermission(ctx, 'segments.read');
      return previewSegment(ctx, definition, sample ?? 0);
    },
    segmentOverlap: (_, { ids }, ctx) => {
      requirePermission(ctx, 'segments.read');
      return segmentOverlap(ctx.db, ids);
    },
  },
  Mutation: {
    saveSegment: (_, { input }, ctx) => {
      requirePermission(ctx, 'segments.write');
      return saveSegment(ctx, input);
    },
    freezeSegment: (_, { input }, ctx) => {
      requirePermission(ctx, 'segments.write');
      return freezeSegment(ctx, input);
    },
    changeGroup: (_, { input }, ctx) => {
      requirePermission(ctx, 'segments.write');
      return changeGroup(ctx, input);
    },
    deleteSegment: (_, { id }, ctx) => {
      requirePermission(ctx, 'segments.write');
      return deleteSegment(ctx, id);
    },
  },
  Segment: { members: ({ id }, page, ctx) => listMembers(ctx.db, id, page) },
  SegmentConnection: { totalCount: ({ filter }, _, ctx) => countSegments(ctx.db, filter) },
  SegmentMemberEdge: { since: ({ node }) => node.since },
};
