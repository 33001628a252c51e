'use client';

import { Alert, Button, Group } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMay } from '@/features/viewer';
import {
  DecidePromotionApprovalDocument,
  RequestPromotionApprovalDocument,
  type DecidePromotionApprovalMutation,
  type PromotionFieldsFragment,
  type RequestPromotionApprovalMutation,
} from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { AskReason } from '@/ui/ask-reason';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  promotion: PromotionFieldsFragment;
  onChanged: (promotion: PromotionFieldsFragment) => void;
}

type Answer =
  | RequestPromotionApprovalMutation['requestPromotionApproval']
  | DecidePromotionApprovalMutation['decidePromotionApproval'];
type Step = 'ask' | 'approve' | 'reject';

/** Asking a colleague to approve what may give much, and their answer. Nothing where no approval is needed. */
export function ApprovalActions({ promotion, onChanged }: Props) {
  const t = useTranslations('promotion.approval');
  const refusalText = useRefusalText();
  const language = useLocale();
  const mayDecide = useMay('promotions.approve');
  const [step, setStep] = useState<Step>();
  const [request, asking] = useChange(RequestPromotionApprovalDocument);
  const [decide, deciding] = useChange(DecidePromotionApprovalDocument);
  const { id, version, approval, approvalNeeded } = promotion;
  const take = (answer: Answer | undefined, done: Step) => {
    setStep(undefined);
    if (answer === undefined) return;
    if (answer.__typename !== 'PromotionSaved') return notifyRefused(refusalText(answer));
    notifyDone(t(`done.${done}`));
    onChanged(answer.promotion);
  };
  const confirm = async (comment: string) => {
    if (step === undefined) return;
    const input = { id, version, comment: comment === '' ? undefined : comment };
    if (step === 'ask') return take((await request({ input, language }))?.requestPromotionApproval, step);
    const decision = { ...input, approve: step === 'approve' };
    take((await decide({ input: decision, language }))?.decidePromotionApproval, step);
  };
  const isWaiting = approval?.status === 'WAITING';
  if (!approvalNeeded && !isWaiting) return null;
  const offered: Step[] = isWaiting ? (mayDecide ? ['approve', 'reject'] : []) : ['ask'];
  return (
    <>
      {offered.map((one) => (
        <Button key={one} variant={one === 'reject' ? 'default' : 'filled'} onClick={() => setStep(one)}>
          {t(one)}
        </Button>
      ))}
      {step !== undefined && (
        <AskReason
          title={t(step)}
          consequence={t(`${step}Hint`)}
          action={t(step)}
          busy={asking || deciding}
          danger={step === 'reject'}
          needed={step === 'reject'}
          onConfirm={(comment) => void confirm(comment)}
          onClose={() => setStep(undefined)}
        />
      )}
    </>
  );
}

/** Where the approval stands, with what was said. */
export function ApprovalState({ promotion: { approval, approvalNeeded } }: Pick<Props, 'promotion'>) {
  const t = useTranslations('promotion.approval');
  if (approval === null && !approvalNeeded) return null;
  const status = approval?.status ?? 'NEEDED';
  const comment = approval?.decisionComment ?? approval?.requestComment ?? '';
  return (
    <Alert color={status === 'APPROVED' ? 'teal' : 'yellow'}>
      <Group gap="xs">
        {t(`state.${status as 'NEEDED'}`, { by: approval?.decidedByName ?? approval?.requestedByName ?? '' })}
        {comment !== '' && <em>«{comment}»</em>}
      </Group>
    </Alert>
  );
}
