import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { confirmPurchase } from './confirm-purchase';
import { findPurchase, listPurchases } from './purchase.queries';

export const resolvers: Resolvers = {
  Query: {
    purchase: (_root, { id }, ctx) => {
      requirePermission(ctx, 'receipts.read');
      return findPurchase(ctx, id);
    },
    purchases: (_root, { filter, ...page }, ctx) => {
      requirePermission(ctx, 'receipts.read');
      return listPurchases(ctx, filter ?? {}, page);
    },
  },
  Mutation: {
    confirmPurchase: (_root, { input }, ctx) => {
      requirePermission(ctx, 'purchase.confirm');
      return confirmPurchase(ctx, input);
    },
  },
  Member: {
    purchases: ({ id }, page, ctx) => {
      requirePermission(ctx, 'receipts.read');
      return listPurchases(ctx, { memberId: id }, page);
    },
  },
  Purchase: {
    __resolveReference: ({ id }, ctx) => {
      requirePermission(ctx, 'receipts.read');
      return findPurchase(ctx, id);
    },
    total: (purchase) => purchase.totalMinor,
    discount: (purchase) => purchase.discountMinor,
    payable: (purchase) => purchase.payableMinor,
    pointsSpent: (purchase) => purchase.pointsSpentMinor,
    pointsEarned: (purchase) => purchase.pointsEarnedMinor,
    member: ({ memberId }) => (memberId === null ? null : { id: memberId }),
    lines: ({ id }, _args, ctx) => ctx.loaders.lines.load(id),
    payments: ({ id }, _args, ctx) => ctx.loaders.payments.load(id),
    imported: ({ importId }) => importId !== null,
    couponsIssued: ({ couponsIssued }) => couponsIssued ?? [],
    receiptTail: ({ couponsIssued }) => (couponsIssued ?? []).flatMap(({ text }) => text),
    promotions: ({ promotions }) => [...(promotions ?? [])],
  },
  PurchaseLine: {
    quantity: (line) => line.quantityMilli,
    price: (line) => line.priceMinor,
    discount: (line) => line.discountMinor,
    amount: (line) => line.amountMinor,
    cost: ({ costMinor }, _args, ctx) => (ctx.actor.permissions.has('catalogue.cost.read') ? costMinor : null),
    pointsSpent: (line) => line.pointsSpentMinor,
    pointsEarned: (line) => line.pointsEarnedMinor,
    discounts: ({ discounts }) =>
      (discounts ?? []).map(({ amountMinor, ...rest }) => ({ ...rest, amount: BigInt(amountMinor) })),
  },
  Payment: {
    amount: (payment) => payment.amountMinor,
  },
  PurchaseConnection: {
    totalCount: (page) => page.countTotal(),
  },
};
