import type { RevenueTreeInput, RevenueTreeQuery } from '@/graphql/generated/graphql';
import type { ReportView } from '../report/view';

export type Tree = RevenueTreeQuery['revenueTree'];
export type TreeNode = Tree['nodes'][number];
export type Part = Tree['parts'][number];

/** The question of an address: always compared, with the period before unless another is asked for. */
export function treeInput({ period, compare, by, filters, segmentId, definition }: ReportView): RevenueTreeInput {
  return {
    ...{ from: period.from, to: period.to, compare: compare ?? 'PREVIOUS_PERIOD' },
    ...(by !== undefined && { by }),
    ...(filters.length > 0 && { filters }),
    ...(segmentId !== undefined ? { segmentId } : definition !== undefined && { definition }),
  };
}
