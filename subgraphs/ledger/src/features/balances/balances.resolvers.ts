import { requirePermission, type Permission } from '@adal/service';
import type { LedgerContext } from '../../context';
import type { Resolvers } from '../../generated/graphql';
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

/** A member may look into their own wallet; others need the permission. */
function requireOwnerOr(ctx: LedgerContext, memberId: string, permission: Permission): void {
  if (ctx.actor.kind === 'member' && ctx.actor.id === memberId) return;
  requirePermission(ctx, permission);
}
