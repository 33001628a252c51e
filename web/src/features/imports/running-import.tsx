'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { RunningLink } from '@/ui/running-link';
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
    <RunningLink href="/imports" share={share} label={t('progress')}>
      {t('runningShort', { share: fmt.percent(share) })}
    </RunningLink>
  );
}
