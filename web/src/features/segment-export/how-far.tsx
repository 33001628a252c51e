'use client';

import { Alert, Progress, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { paceOf, type ExportState } from './export-store';

/** Rows written of all, how fast, how long it still takes; or what became of it. */
export function HowFar({ state }: { state: ExportState }) {
  const t = useTranslations('segmentExport');
  const fmt = useFmt();
  if (state.phase === 'idle') return null;
  if (state.phase === 'done') return <Alert color="teal">{t('done', { n: fmt.number(state.rows) })}</Alert>;
  if (state.phase !== 'running') {
    return <Alert color={state.phase === 'failed' ? 'red' : 'gray'}>{t(state.phase)}</Alert>;
  }
  const { share, pace } = paceOf(state);
  const said = t('progress', { done: fmt.number(state.rows), all: fmt.number(state.all) });
  return (
    <Stack gap={4}>
      <Progress value={share * 100} size="lg" aria-label={t('running', { name: state.segment.name })} />
      <Text fz="sm" className="num" role="status">
        {pace === undefined
          ? said
          : `${said} · ${t('pace', { rate: fmt.number(pace.perSecond, 0), left: fmt.duration(pace.secondsLeft) })}`}
      </Text>
      <Text fz="xs" c="dimmed">
        {t('keepsRunning')}
      </Text>
    </Stack>
  );
}
