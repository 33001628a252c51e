'use client';

import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { AnalyticsStatusDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';

/** Why figures may be incomplete, and what to do about it; nothing while they are whole. */
export function StoreTroubles() {
  const t = useTranslations('metrics.troubles');
  const { data } = useGraph(AnalyticsStatusDocument, {});
  const { silentOwners = [], damaged = [], rebuildProgress = null } = data?.analyticsStatus ?? {};
  const isWhole = silentOwners.length === 0 && rebuildProgress === null;
  return (
    <>
      {silentOwners.length > 0 && (
        <Alert
          color="yellow"
          variant="outline"
          role="alert"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('silent')}
        >
          {t('silentHint', { owners: silentOwners.join(', ') })}
        </Alert>
      )}
      {damaged.slice(-1).map((file) => (
        <Alert
          key={file}
          color="yellow"
          variant="outline"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('damaged')}
        >
          {t(isWhole ? 'damagedHint' : 'damagedFilling', { file })}
        </Alert>
      ))}
    </>
  );
}
