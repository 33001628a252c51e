'use client';

import { Button, Progress } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { Link } from '@/i18n/navigation';
import { useImportState } from './import-store';
import { shareOf } from './progress';

/** In the header of every page while an import runs: how far it is, and the way to it. */
export function RunningImport() {
  const t = useTranslations('imports');
  const fmt = useFmt();
  const state = useImportState();
  if (state.phase !== 'running') return null;
  const share = shareOf(state);
  return (
    <Button
      component={Link}
      href="/imports"
      prefetch={false}
      variant="default"
      size="compact-md"
      fw={400}
      visibleFrom="xs"
    >
      {t('runningShort', { share: fmt.percent(share) })}
      <Progress value={share * 100} w={64} ms="xs" aria-label={t('progress')} />
    </Button>
  );
}
