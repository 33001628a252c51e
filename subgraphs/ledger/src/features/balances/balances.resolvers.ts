import type { Resolvers } from '../../generated/graphql';
import { requireOwnerOr } from '../members';
import { listStatement } from './statement.queries';

export const resolvers: Resolvers = {
  Member: {
    balance: ({ id }, _args, ctx) => {
      requireOwnerOr(ctx, id, 'members.read');
      return ctx.loaders.balances.load(id);
    },
    lots: ({ id }, _args, ctx) => {
      requireOwnerOr(ctx, id, 'members.read');
      return ctx.loaders.openLots.load(id);
    },
    statement: ({ id }, page, ctx) => {
      requireOwnerOr(ctx, id, 'ledger.read');
      return listStatement(ctx, id, page);
    },
  },
  Lot: {
    amount: (lot) => lot.amountMinor,
    left: (lot) => lot.leftMinor,
  },
};
