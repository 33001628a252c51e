import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { adjustPoints } from './adjust-points';
import { AdjustmentRow } from './adjustment.entity';
import { listAdjustments } from './adjustment.queries';
import { approveAdjustment, rejectAdjustment, withdrawAdjustment } from './decide-adjustment';
import { undoAdjustment } from './undo-adjustment';

export const resolvers: Resolvers = {
  Query: {
    adjustments: (_root, { filter, order, ...page }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return listAdjustments(ctx, filter ?? {}, page, order ?? undefined);
    },
    adjustment: (_root, { id }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return ctx.db.getRepository(AdjustmentRow).findOneBy({ id });
    },
  },
  Mutation: {
    adjustPoints: (_root, { input }, ctx) => {
      requirePermission(ctx, 'points.adjust');
      return adjustPoints(ctx, input);
    },
    approveAdjustment: (_root, { input }, ctx) => {
      requirePermission(ctx, 'points.approve');
      return approveAdjustment(ctx, input);
    },
    rejectAdjustment: (_root, { input }, ctx) => {
      requirePermission(ctx, 'points.approve');
      return rejectAdjustment(ctx, input);
    },
    withdrawAdjustment: (_root, { input }, ctx) => {
      requirePermission(ctx, 'points.adjust');
      return withdrawAdjustment(ctx, input);
    },
    undoAdjustment: (_root, { input }, ctx) => {
      requirePermission(ctx, 'points.approve');
      return undoAdjustment(ctx, input);
    },
  },
  Member: {
    adjustments: ({ id }, page, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return listAdjustments(ctx, { memberId: id }, page);
    },
  },
  JournalEntry: {
    adjustment: ({ seq, kind }, _args, ctx) =>
      kind === 'ADJUSTMENT' ? ctx.loaders.adjustmentsByEntry.load(seq) : null,
  },
  Adjustment: {
    member: ({ memberId }) => ({ id: memberId }),
    amount: ({ amountMinor }) => amountMinor,
    lapsesAt: async ({ id, lapsesAt }, _args, ctx) => {
      const [first] = await ctx.loaders.adjustmentSteps.load(id);
      return first?.kind === 'PROPOSED' ? lapsesAt : null;
    },
    steps: ({ id }, _args, ctx) => ctx.loaders.adjustmentSteps.load(id),
  },
  AdjustmentStep: {
    moved: ({ movedMinor }) => movedMinor,
    entry: ({ entrySeq }, _args, ctx) => (entrySeq === null ? null : ctx.loaders.entriesBySeq.load(entrySeq)),
  },
  AdjustmentConnection: {
    totalCount: (page) => page.countTotal(),
  },
};
