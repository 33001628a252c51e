'use client';

import { useViewer } from '@/features/viewer';
import { typedDecimal } from '@/fmt/typed-decimal';
import { AdjustmentLimitsDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { isAmount } from './adjust-form';

/** What the role of the one who looks may adjust, and whether a colleague must approve an amount as typed. */
export function useRoleLimit(amount: string) {
  const { role } = useViewer();
  const { data } = useGraph(AdjustmentLimitsDocument, {});
  const limit = data?.adjustmentLimits.find((one) => one.role === role);
  const known = limit !== undefined && isAmount(amount);
  return { limit, waits: known ? Number(typedDecimal(amount)) > Number(limit.approvalAbove) : undefined };
}
