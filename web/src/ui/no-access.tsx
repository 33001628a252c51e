'use client';

import { EmptyState } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Page } from './page';

/** The page exists, but not for this role. */
export function NoAccess() {
  const t = useTranslations('failure');
  return (
    <Page title={t('noAccess')}>
      <EmptyState size="sm" icon={<IconLock aria-hidden />} title={t('refused')} description={t('noAccessHint')} />
    </Page>
  );
}
