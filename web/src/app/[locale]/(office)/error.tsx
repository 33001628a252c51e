'use client';

import { useTranslations } from 'next-intl';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';

/** A page broke while it was shown; the rest of the office stands. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('failure');
  return (
    <Page title={t('page')}>
      <FailureAlert
        failure={{ kind: 'FAULT', code: undefined, message: t('pageHint'), requestId: error.digest }}
        onRetry={reset}
      />
    </Page>
  );
}
