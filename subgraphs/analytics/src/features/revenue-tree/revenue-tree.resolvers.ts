import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { readAsk } from '../reports';
import { computeRevenueTree, type RevenuePart, type RevenueTree } from './compute-revenue-tree';
import { revenueTreeReport } from './revenue-tree.report';
import {
  addUp,
  NODES,
  NODE_KEYS,
  revenueOf,
  UNITS,
  valuesOf,
  type Contributions,
  type NodeKey,
} from './revenue-tree.rules';

export const revenueTreeResolvers: Resolvers = {
  Query: {
    revenueTree: async (_parent, { input }, ctx) => {
      requirePermission(ctx, 'metrics.read');
      const ask = await readAsk(ctx, revenueTreeReport, { ...input, key: revenueTreeReport.key });
      return shownTree(await computeRevenueTree(ask));
    },
  },
};

interface Contribution {
  readonly key: NodeKey;
  readonly amount: bigint;
}

const listed = (moved: Contributions): Contribution[] => NODE_KEYS.map((key) => ({ key, amount: moved[key] }));

function shownTree({ days, compared, before, after, moved, parts }: RevenueTree) {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  return {
    ...days,
    comparedFrom: compared.from,
    comparedTo: compared.to,
    nodes: NODE_KEYS.map((key) => ({
      ...{ key, parent: NODES[key], unit: UNITS[key], value: is[key], compared: was[key], contribution: moved[key] },
    })),
    parts: parts.map(shownPart),
    partsTotal: parts.length === 0 ? null : listed(addUp(parts.map((part) => part.moved))),
  };
}

const shownPart = ({ value, before, after, moved }: RevenuePart) => ({
  ...{ value, revenue: revenueOf(after), compared: revenueOf(before) },
  contributions: listed(moved),
});
