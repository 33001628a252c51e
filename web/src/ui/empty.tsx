'use client';

import { Button, EmptyState } from '@mantine/core';
import { IconFilterOff, IconInbox } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** Nothing is there yet: says what will be, and offers the way to it. */
export function NothingYet({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <EmptyState size="sm" py="lg" icon={<IconInbox aria-hidden />} title={title} description={hint}>
      {action !== undefined && <EmptyState.Actions>{action}</EmptyState.Actions>}
    </EmptyState>
  );
}

/** Something is there, but not what was asked for. */
export function NothingMatches({ onClear, children }: { onClear: () => void; children?: ReactNode }) {
  const t = useTranslations('table');
  return (
    <EmptyState size="sm" py="lg" icon={<IconFilterOff aria-hidden />} title={t('nothingMatches')}>
      <EmptyState.Actions>
        {children}
        <Button variant="default" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}
