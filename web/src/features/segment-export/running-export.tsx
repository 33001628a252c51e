'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useFmt } from '@/fmt';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { RunningLink } from '@/ui/running-link';
import { paceOf, useExportState } from './export-store';

/** In the header of every page while an export runs: how far it is, and the way to its segment. Says how it ended. */
export function RunningExport() {
  const t = useTranslations('segmentExport');
  const fmt = useFmt();
  const state = useExportState();
  const ran = useRef(false);
  useEffect(() => {
    if (ran.current && state.phase === 'done') notifyDone(t('done', { n: fmt.number(state.rows) }));
    if (ran.current && state.phase === 'failed') notifyRefused(t('failed'));
    ran.current = state.phase === 'running';
  }, [state, t, fmt]);
  if (state.phase !== 'running') return null;
  const { share } = paceOf(state);
  return (
    <RunningLink href={`/segments/${state.segment.id}`} share={share} label={t('title')}>
      {t('runningShort', { share: fmt.percent(share) })}
    </RunningLink>
  );
}
