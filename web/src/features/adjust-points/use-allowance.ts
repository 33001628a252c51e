'use client';

import { typedDecimal } from '@/fmt/typed-decimal';
import { AdjustmentAllowanceDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { isAmount } from './adjust-form';

/** What the one who looks may adjust today, and whether a colleague must approve an amount as typed. */
export function useAllowance(amount: string) {
  const { data } = useGraph(AdjustmentAllowanceDocument, {});
  const allowance = data?.adjustmentAllowance;
  const known = allowance !== undefined && isAmount(amount);
  return { allowance, waits: known ? Number(typedDecimal(amount)) > Number(allowance.approvalAbove) : undefined };
}
