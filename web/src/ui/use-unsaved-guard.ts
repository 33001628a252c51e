'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';

/** Asks before unsaved changes are left behind: by closing, by reloading, and by any link of the office. */
export function useUnsavedGuard(dirty: boolean) {
  const t = useTranslations('common');
  const question = t('leaveUnsaved');
  useEffect(() => {
    if (!dirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (link === null || event.ctrlKey || event.metaKey || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [dirty, question]);
}
