'use client';

import { useTranslations } from 'next-intl';
import {
  ApproveAdjustmentDocument,
  RejectAdjustmentDocument,
  WithdrawAdjustmentDocument,
} from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

export type Decision = 'approve' | 'reject' | 'withdraw';

/** Decides on a proposal; resolves to true when it is decided, having said so, and to false having said why not. */
export function useDecide(decision: Decision): [(adjustmentId: string, note: string) => Promise<boolean>, boolean] {
  const t = useTranslations('adjustment');
  const refusalText = useRefusalText();
  const [approve, approving] = useChange(ApproveAdjustmentDocument);
  const [reject, rejecting] = useChange(RejectAdjustmentDocument);
  const [withdraw, withdrawing] = useChange(WithdrawAdjustmentDocument);
  const send = async (input: { adjustmentId: string; note: string | undefined }) => {
    if (decision === 'approve') return (await approve({ input }))?.approveAdjustment;
    if (decision === 'reject') return (await reject({ input }))?.rejectAdjustment;
    return (await withdraw({ input }))?.withdrawAdjustment;
  };
  const decide = async (adjustmentId: string, note: string) => {
    const answer = await send({ adjustmentId, note: note || undefined });
    if (answer === undefined) return false;
    if ('code' in answer) {
      notifyRefused(refusalText(answer));
      return false;
    }
    notifyDone(t(`done.${decision}`));
    return true;
  };
  return [decide, approving || rejecting || withdrawing];
}
