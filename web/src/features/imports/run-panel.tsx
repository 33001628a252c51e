'use client';

import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useClient } from 'urql';
import { useFmt } from '@/fmt';
import { Panel } from '@/ui/panel';
import { cancelImport, forgetImport, startImport, type ImportState } from './import-store';
import { paceOf, shareOf } from './progress';
import { ReportView } from './report-view';
import { rejectedRows } from './running/report';

interface Props {
  state: Exclude<ImportState, { phase: 'idle' }>;
  /** The file's own form is below, with its button. */
  isPlanned: boolean;
  onAgain: () => void;
}

/** The import that runs, or what became of the last one. */
export function RunPanel({ state, isPlanned, onAgain }: Props) {
  const t = useTranslations('imports');
  const client = useClient();
  const { plan } = state;
  const next = () => {
    forgetImport();
    onAgain();
  };
  return (
    <Panel title={plan.dryRun ? t('trialOf', { name: plan.file.name }) : t('importOf', { name: plan.file.name })}>
      {state.phase === 'running' && <Running state={state} />}
      {state.phase === 'failed' && (
        <Alert color="red" variant="outline" role="alert" title={t('failed')}>
          {state.unreadable === undefined
            ? state.reason
            : t(`unreadable.${state.unreadable.code}`, { detail: state.unreadable.detail })}
        </Alert>
      )}
      {state.phase === 'cancelled' && <Alert color="yellow">{t('cancelled')}</Alert>}
      {state.phase !== 'running' && state.report !== undefined && (
        <ReportView
          report={state.report}
          rejected={state.phase === 'done' ? state.rejected : undefined}
          name={plan.file.name}
        />
      )}
      {state.phase !== 'running' && (
        <Group gap="xs">
          {state.phase === 'done' && plan.dryRun && !isPlanned && (
            <Button onClick={() => startImport(client, { ...plan, dryRun: false })}>{t('run')}</Button>
          )}
          {(state.phase === 'failed' || state.phase === 'cancelled') && (
            <Button onClick={() => startImport(client, plan)}>{t('resume')}</Button>
          )}
          <Button variant="default" onClick={next}>
            {t('another')}
          </Button>
        </Group>
      )}
    </Panel>
  );
}

function Running({ state }: { state: Extract<ImportState, { phase: 'running' }> }) {
  const t = useTranslations('imports');
  const fmt = useFmt();
  const { report } = state;
  const pace = paceOf(state);
  return (
    <>
      <Progress value={shareOf(state) * 100} size="lg" aria-label={t('progress')} />
      <Group justify="space-between">
        <Text fz="sm" className="num" role="status">
          {report !== undefined &&
            t('counts', {
              read: fmt.number(report.read),
              landed: fmt.number(report.landed),
              unchanged: fmt.number(report.unchanged),
              rejected: fmt.number(rejectedRows(report)),
            })}
          {pace !== undefined &&
            ` · ${t('pace', { rate: fmt.number(pace.rowsPerSecond, 0), left: fmt.duration(pace.secondsLeft) })}`}
        </Text>
        <Button variant="default" size="compact-sm" onClick={cancelImport}>
          {t('cancel')}
        </Button>
      </Group>
      <Text fz="xs" c="dimmed">
        {t('keepsRunning')}
      </Text>
    </>
  );
}
