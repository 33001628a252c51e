import { sum } from '@adal/money';
import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { readBreakage, readLiability, readLiabilitySeries, type LiabilitySums } from './liability.queries';

const PERCENT_MILLI = 100_000n;

export const resolvers: Resolvers = {
  Query: {
    liability: async (_root, { asOf, legalEntity, axis }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      const at = asOf ?? ctx.now;
      const entities = await readLiability(ctx, at, legalEntity ?? null, axis ?? 'OCCURRED');
      return { asOf: at, entities, total: together(entities) };
    },
    liabilitySeries: (_root, { from, to, grain, legalEntity, axis }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      const series = { from, to, grain: grain ?? 'DAY', legalEntity: legalEntity ?? null, axis: axis ?? 'OCCURRED' };
      return readLiabilitySeries(ctx, series);
    },
    breakage: (_root, { asOf, legalEntity }, ctx) => {
      requirePermission(ctx, 'ledger.read');
      return readBreakage(ctx, asOf ?? ctx.now, legalEntity ?? null);
    },
  },
  LiabilityFigures: {
    total: ({ available, pending, held, owed }) => available + pending + held - owed,
  },
  BreakageCohort: {
    breakagePercent: ({ issued, expired }) => (issued === 0n ? null : (expired * PERCENT_MILLI) / issued),
  },
};

function together(entities: readonly LiabilitySums[]): LiabilitySums {
  const all = (pick: (figures: LiabilitySums) => bigint): bigint => sum(entities.map(pick));
  return {
    legalEntity: null,
    available: all(({ available }) => available),
    pending: all(({ pending }) => pending),
    held: all(({ held }) => held),
    owed: all(({ owed }) => owed),
    control: all(({ control }) => control),
  };
}
