'use client';

import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { ArchivePromotionDocument, type PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  promotion: PromotionFieldsFragment;
  onChanged: (promotion: PromotionFieldsFragment) => void;
}

/** Puts away what has ended, and takes it out again. */
export function ArchiveAction({ promotion: { id, status, archivedAt }, onChanged }: Props) {
  const t = useTranslations('promotion.archive');
  const refusalText = useRefusalText();
  const language = useLocale();
  const [archive, busy] = useChange(ArchivePromotionDocument);
  if (status !== 'ENDED') return null;
  const step = archivedAt === null ? 'put' : 'take';
  const go = async () => {
    const answer = (await archive({ input: { id, archived: step === 'put' }, language }))?.archivePromotion;
    if (answer === undefined) return;
    if (answer.__typename !== 'PromotionSaved') return notifyRefused(refusalText(answer));
    notifyDone(t(`done.${step}`));
    onChanged(answer.promotion);
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void go()}>
      {t(step)}
    </Button>
  );
}
