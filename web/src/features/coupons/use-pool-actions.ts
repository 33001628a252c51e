'use client';

import { useTranslations } from 'next-intl';
import { DeleteCouponPoolDocument, SetCouponPoolStatusDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useRouter } from '@/i18n/navigation';
import { notifyDone, notifyRefused } from '@/ui/notify';

/** Closing, opening and deleting a pool, each after asking what it means. */
export function usePoolActions(pool: { id: string; name: string; status: string }, onChanged: () => void) {
  const t = useTranslations('coupons');
  const router = useRouter();
  const [set, setting] = useChange(SetCouponPoolStatusDocument);
  const [drop, dropping] = useChange(DeleteCouponPoolDocument);
  const { id, name } = pool;
  const turn = async () => {
    const isOpen = pool.status === 'OPEN';
    if (isOpen && !window.confirm(t('closeSure', { name }))) return;
    const answer = (await set({ input: { id, status: isOpen ? 'CLOSED' : 'OPEN' } }))?.setCouponPoolStatus;
    if (answer === undefined) return;
    if (answer.__typename === 'CouponPoolUnknown') return notifyRefused(answer.message);
    notifyDone(t(isOpen ? 'closed' : 'reopened'));
    onChanged();
  };
  const remove = async () => {
    if (!window.confirm(t('deleteSure', { name }))) return;
    const answer = (await drop({ input: { id } }))?.deleteCouponPool;
    if (answer === undefined) return;
    // The sentence names the promotions.
    if (answer.__typename !== 'CouponPoolDeleted') return notifyRefused(answer.message);
    notifyDone(t('deleted'));
    router.push('/coupons');
  };
  return { turn, remove, busy: setting || dropping };
}
