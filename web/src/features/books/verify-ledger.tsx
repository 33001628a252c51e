'use client';

import { Alert, Button, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFmt } from '@/fmt';
import { VerifyLedgerDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { Panel } from '@/ui/panel';

/** Checks every entry, posting, balance and lot; names the first bad row. */
export function VerifyLedger() {
  const t = useTranslations('books');
  const fmt = useFmt();
  const [asked, setAsked] = useState(false);
  const { data, failure, fetching, refetch } = useGraph(VerifyLedgerDocument, {}, { pause: !asked });
  const found = data?.verifyLedger;
  return (
    <Panel
      title={t('verify')}
      action={
        <Button
          variant="default"
          size="compact-sm"
          loading={fetching}
          onClick={() => (asked ? refetch() : setAsked(true))}
        >
          {t('verifyNow')}
        </Button>
      }
    >
      <Text fz="sm" c="dimmed">
        {t('verifyHint')}
      </Text>
      {failure !== undefined && <FailureAlert failure={failure} onRetry={refetch} />}
      {found !== undefined && (
        <Alert
          color={found.ok ? 'teal' : 'red'}
          variant="outline"
          role="status"
          title={found.ok ? t('ok') : t('fault')}
        >
          {found.fault}
          <Text fz="sm" className="num">
            {t('checked', {
              entries: fmt.number(found.entries),
              postings: fmt.number(found.postings),
              accounts: fmt.number(found.accounts),
              lots: fmt.number(found.lots),
            })}
          </Text>
        </Alert>
      )}
    </Panel>
  );
}
