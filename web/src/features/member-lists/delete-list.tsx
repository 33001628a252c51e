'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DeleteMemberListDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useRouter } from '@/i18n/navigation';
import { notifyDone, notifyRefused } from '@/ui/notify';

/** Deletes a list after asking; promotions that need it are named in the refusal. */
export function DeleteList({ list }: { list: { id: string; name: string } }) {
  const t = useTranslations('memberLists');
  const router = useRouter();
  const [remove, busy] = useChange(DeleteMemberListDocument);
  const run = async () => {
    if (!window.confirm(t('deleteSure', { name: list.name }))) return;
    const answer = (await remove({ id: list.id }))?.deleteMemberList;
    if (answer === undefined) return;
    if (answer.__typename === 'MemberListInUse') {
      return notifyRefused(t('inUse', { promotions: answer.promotions.join(', ') }));
    }
    notifyDone(t('deleted'));
    router.push('/member-lists');
  };
  return (
    <Button variant="default" color="red" loading={busy} onClick={() => void run()}>
      {t('delete')}
    </Button>
  );
}
