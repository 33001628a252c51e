'use client';

import { useLocale } from 'next-intl';
import { ownHeader } from '@/session/trusted-request';

/** Ends the session and leaves for the sign-in page; a full load, so that nothing of the session stays in memory. */
export function useSignOut(): () => Promise<void> {
  const locale = useLocale();
  return async () => {
    await fetch('/api/session', { method: 'DELETE', headers: { [ownHeader]: '1' } });
    window.location.assign(`/${locale}/sign-in`);
  };
}
