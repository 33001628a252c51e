'use client';

import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { SetPromotionStatusDocument, type PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

// It speaks the engine's language, which comes with it.
const LaunchDialog = dynamic(async () => (await import('./launch-dialog')).LaunchDialog, { ssr: false });

interface Props {
  promotion: PromotionFieldsFragment;
  /** Unsaved changes would not be in what is published. */
  disabled: boolean;
  onChanged: (promotion: PromotionFieldsFragment) => void;
}

const steps: Record<string, ('publish' | 'pause' | 'resume' | 'end')[]> = {
  DRAFT: ['publish'],
  SCHEDULED: ['end'],
  RUNNING: ['pause', 'end'],
  PAUSED: ['resume', 'end'],
};

const target = { publish: 'SCHEDULED', pause: 'PAUSED', resume: 'RUNNING', end: 'ENDED' } as const;

/** The next steps of a promotion's life. */
export function StatusActions({ promotion, disabled, onChanged }: Props) {
  const t = useTranslations('promotion');
  const refusalText = useRefusalText();
  const language = useLocale();
  const [setStatus, busy] = useChange(SetPromotionStatusDocument);
  const [launching, setLaunching] = useState(false);
  const go = async (step: keyof typeof target) => {
    const answer = (await setStatus({ id: promotion.id, status: target[step], language }))?.setPromotionStatus;
    if (answer === undefined) return;
    setLaunching(false);
    if (answer.__typename === 'PromotionSaved') {
      notifyDone(t(`done.${step}`));
      return onChanged(answer.promotion);
    }
    const problems = 'problems' in answer ? answer.problems.map(({ message }) => message) : [];
    notifyRefused([refusalText(answer), ...problems].join(' '));
  };
  const ask = (step: keyof typeof target) => {
    if (step === 'publish') return setLaunching(true);
    if (step !== 'end') return void go(step);
    modals.openConfirmModal({
      title: t('step.end'),
      children: <Text fz="sm">{t('endHint', { name: promotion.name })}</Text>,
      labels: { confirm: t('step.end'), cancel: t('cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => void go(step),
    });
  };
  const mayLaunch = !promotion.approvalNeeded;
  const offered = (steps[promotion.status] ?? []).filter((step) => step !== 'publish' || mayLaunch);
  return (
    <>
      {offered.map((step) => (
        <Button
          key={step}
          variant={step === 'publish' || step === 'resume' ? 'filled' : 'default'}
          disabled={disabled}
          loading={busy}
          onClick={() => ask(step)}
        >
          {t(`step.${step}`)}
        </Button>
      ))}
      {launching && (
        <LaunchDialog
          promotion={promotion}
          busy={busy}
          onLaunch={() => void go('publish')}
          onClose={() => setLaunching(false)}
        />
      )}
    </>
  );
}
