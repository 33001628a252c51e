'use client';

import { useTranslations } from 'next-intl';
import { SetMemberStatusDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { AskReason } from '@/ui/ask-reason';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  id: string;
  status: string;
  onClose: () => void;
  onChanged: () => void;
}

/** Blocks a member, or lets a blocked one earn and spend again. */
export function MemberStatus({ id, status, onClose, onChanged }: Props) {
  const t = useTranslations('member');
  const refusalText = useRefusalText();
  const [setStatus, busy] = useChange(SetMemberStatusDocument);
  const blocked = status === 'BLOCKED';
  const change = async (reason: string) => {
    const input = { id, status: blocked ? 'ACTIVE' : 'BLOCKED', reason };
    const answer = (await setStatus({ input }))?.setMemberStatus;
    if (answer === undefined) return;
    if (answer.__typename !== 'MemberUpdated') return notifyRefused(refusalText(answer));
    notifyDone(blocked ? t('unblocked') : t('blocked'));
    onChanged();
    onClose();
  };
  return (
    <AskReason
      title={blocked ? t('unblock') : t('block')}
      consequence={blocked ? t('unblockHint') : t('blockHint')}
      action={blocked ? t('unblock') : t('block')}
      busy={busy}
      danger={!blocked}
      onConfirm={change}
      onClose={onClose}
    />
  );
}
