'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMay, useViewer } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { AdjustmentFieldsFragment } from '@/graphql/generated/graphql';
import { AskReason } from '@/ui/ask-reason';
import { UndoAdjustment } from './undo-adjustment';
import { useDecide, type Decision } from './use-decide';

interface Props {
  adjustment: AdjustmentFieldsFragment;
  onChanged: () => void;
}

/** What the one who looks may do with the adjustment now: nobody decides on their own proposal. */
export function Decisions({ adjustment, onChanged }: Props) {
  const t = useTranslations('adjustment');
  const [asked, setAsked] = useState<Decision | 'undo'>();
  const offered = useOffered(adjustment);
  const close = () => setAsked(undefined);
  return (
    <>
      {offered.map((step) => (
        <Button key={step} variant={step === 'approve' ? 'filled' : 'default'} onClick={() => setAsked(step)}>
          {t(`step.${step}`)}
        </Button>
      ))}
      {asked === 'undo' && <UndoAdjustment adjustment={adjustment} onClose={close} onChanged={onChanged} />}
      {asked !== undefined && asked !== 'undo' && (
        <Decide key={asked} adjustment={adjustment} decision={asked} onClose={close} onChanged={onChanged} />
      )}
    </>
  );
}

function useOffered({ status, authorId }: AdjustmentFieldsFragment): (Decision | 'undo')[] {
  const mine = useViewer().id === authorId;
  const [mayAdjust, mayApprove] = [useMay('points.adjust'), useMay('points.approve')];
  if (status === 'BOOKED') return mayApprove ? ['undo'] : [];
  if (status !== 'PROPOSED') return [];
  if (mine) return mayAdjust ? ['withdraw'] : [];
  return mayApprove ? ['reject', 'approve'] : [];
}

function Decide({ adjustment, decision, onClose, onChanged }: Props & { decision: Decision; onClose: () => void }) {
  const t = useTranslations('adjustment');
  const fmt = useFmt();
  const [decide, busy] = useDecide(decision);
  const confirm = async (note: string) => {
    if (!(await decide(adjustment.id, note))) return;
    onChanged();
    onClose();
  };
  return (
    <AskReason
      title={t(`step.${decision}`)}
      consequence={t(`consequence.${decision}`, {
        points: fmt.pointsSigned(adjustment.amount),
        member: adjustment.member.displayName,
      })}
      action={t(`step.${decision}`)}
      busy={busy}
      danger={decision !== 'approve'}
      needed={decision === 'reject'}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
