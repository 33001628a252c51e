import type { Resolvers } from '../../generated/graphql';
import { requireOwnerOr } from '../members';
import { listLots, listUpcoming } from './lot.queries';

export const resolvers: Resolvers = {
  Member: {
    lotHistory: ({ id }, page, ctx) => {
      requireOwnerOr(ctx, id, 'members.read');
      return listLots(ctx, id, page);
    },
    upcomingPoints: ({ id }, { withinDays }, ctx) => {
      requireOwnerOr(ctx, id, 'members.read');
      return listUpcoming(ctx, id, withinDays ?? 30);
    },
  },
  JournalEntry: {
    lots: ({ seq }, _args, ctx) => ctx.loaders.postings.load(seq),
  },
  EntryLot: {
    lot: ({ lotId }, _args, ctx) => ctx.loaders.lots.load(lotId),
    amount: ({ amountMinor }) => amountMinor,
  },
  Lot: {
    held: (lot) => lot.heldMinor,
    movements: ({ id, memberId }, _args, ctx) => ctx.loaders.lotMovements.load({ id, memberId }),
  },
};
