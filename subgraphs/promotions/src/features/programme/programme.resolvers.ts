import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { getProgramme } from './programme.queries';
import { updateProgramme } from './update-programme';

const MILLI_PER_BASIS_POINT = 10n;

export const programmeResolvers: Resolvers = {
  Query: {
    programme: (_, __, ctx) => {
      requirePermission(ctx, 'programme.read');
      return getProgramme(ctx.db);
    },
  },
  Mutation: {
    updateProgramme: (_, { input }, ctx) => {
      requirePermission(ctx, 'programme.write');
      return updateProgramme(ctx, input);
    },
  },
  Programme: {
    earnPercent: ({ earnBasisPoints }) => BigInt(earnBasisPoints) * MILLI_PER_BASIS_POINT,
    payablePercent: ({ payableBasisPoints }) => BigInt(payableBasisPoints) * MILLI_PER_BASIS_POINT,
    roundingStep: ({ roundingStepMinor }) => roundingStepMinor,
    holdoutPercent: ({ holdoutBasisPoints }) => BigInt(holdoutBasisPoints) * MILLI_PER_BASIS_POINT,
    approvalAbove: ({ approvalMoneyMinor: money, approvalPointsMinor: points }) =>
      money === null && points === null ? null : { money, points },
    currency: (_, __, ctx) => ctx.config.PROGRAMME_CURRENCY,
  },
};
