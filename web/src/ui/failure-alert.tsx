'use client';

import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Failure } from '@/graphql/failure';

interface Props {
  failure: Failure;
  onRetry?: (() => void) | undefined;
}

/** What failed, where it failed: with a way to try again and the id to quote when asking for help. */
export function FailureAlert({ failure, onRetry }: Props) {
  const t = useTranslations('failure');
  const title = failure.kind === 'NETWORK' ? t('network') : failure.kind === 'REFUSED' ? t('refused') : t('fault');
  return (
    <Alert color="red" variant="outline" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text fz="sm">{failure.message}</Text>
        <Group gap="sm">
          {onRetry !== undefined && failure.kind !== 'REFUSED' && (
            <Button size="compact-sm" variant="default" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          {failure.requestId !== undefined && (
            <Text fz="xs" c="dimmed">
              {t('requestId')} <Code>{failure.requestId}</Code>
            </Text>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
