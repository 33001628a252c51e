'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DeleteProductSetDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useRouter } from '@/i18n/navigation';
import { notifyDone, notifyRefused } from '@/ui/notify';
import type { KnownSet } from './use-set-form';

/** Deletes a set after asking; what needs it is named in the refusal. */
export function DeleteSet({ set }: { set: KnownSet }) {
  const t = useTranslations('productSets');
  const router = useRouter();
  const [remove, busy] = useChange(DeleteProductSetDocument);
  const run = async () => {
    if (!window.confirm(t('deleteSure', { name: set.name }))) return;
    const answer = (await remove({ id: set.id }))?.deleteProductSet;
    if (answer === undefined) return;
    // The sentence names the promotions.
    if (answer.__typename !== 'ProductSetDeleted') return notifyRefused(answer.message);
    notifyDone(t('deleted'));
    router.push('/catalogue/sets');
  };
  return (
    <Button variant="default" color="red" loading={busy} onClick={() => void run()}>
      {t('delete')}
    </Button>
  );
}
