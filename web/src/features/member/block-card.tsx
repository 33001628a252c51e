'use client';

import { useTranslations } from 'next-intl';
import { BlockCardDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { AskReason } from '@/ui/ask-reason';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  number: string;
  onClose: () => void;
  onChanged: () => void;
}

export function BlockCard({ number, onClose, onChanged }: Props) {
  const t = useTranslations('member');
  const refusalText = useRefusalText();
  const [blockCard, busy] = useChange(BlockCardDocument);
  const block = async (reason: string) => {
    const answer = (await blockCard({ input: { number, reason } }))?.blockCard;
    if (answer === undefined) return;
    if (answer.__typename !== 'CardBlocked') return notifyRefused(refusalText(answer));
    notifyDone(t('cardBlocked'));
    onChanged();
    onClose();
  };
  return (
    <AskReason
      title={t('blockCardOf', { number })}
      consequence={t('blockCardHint')}
      action={t('blockCard')}
      busy={busy}
      onConfirm={block}
      onClose={onClose}
    />
  );
}
