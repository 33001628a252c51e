'use client';

import { useTranslations } from 'next-intl';
import type { Failure } from '@/graphql/failure';
import { useRouter } from '@/i18n/navigation';
import { FailureAlert } from './failure-alert';
import { Page } from './page';

/** A page whose one thing could not be loaded. */
export function PageFailure({ failure }: { failure: Failure }) {
  const t = useTranslations('failure');
  const router = useRouter();
  return (
    <Page title={t('page')}>
      <FailureAlert failure={failure} onRetry={() => router.refresh()} />
    </Page>
  );
}
