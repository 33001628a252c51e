'use client';

import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useSubscription } from 'urql';
import { useFmt } from '@/fmt';
import {
  CancelSimulationDocument,
  SimulationProgressDocument,
  type SimulationHeadFragment,
} from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { notifyRefused } from '@/ui/notify';
import { Panel } from '@/ui/panel';
import { useRefusalText } from '@/ui/use-refusal-text';
import { useWatched } from '@/ui/use-watched';

interface Props {
  simulation: SimulationHeadFragment;
  /** It runs no more. */
  onOver: () => void;
}

/** How far a what-if is. It runs on the server: whoever leaves finds it again. */
export function RunningSimulation({ simulation, onOver }: Props) {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  const watched = useWatched();
  const [{ data }] = useSubscription({
    query: SimulationProgressDocument,
    variables: { id: simulation.id },
    pause: !watched,
  });
  const { status, progress } = data?.simulationChanged ?? simulation;
  const isOver = status !== 'QUEUED' && status !== 'RUNNING';
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver, onOver]);
  const { done, planned, perSecond, secondsLeft, waitsFor } = progress;
  const share = planned === null || planned === 0 ? 0 : done / planned;
  const pace = [
    t('done', { done: fmt.number(done), planned: planned === null ? '…' : fmt.number(planned) }),
    ...(perSecond === null ? [] : [t('rate', { rate: fmt.number(perSecond) })]),
    ...(secondsLeft === null ? [] : [t('left', { left: fmt.duration(secondsLeft) })]),
  ].join(' · ');
  return (
    <Panel
      title={status === 'QUEUED' ? t('queued') : t('running')}
      action={<Cancel id={simulation.id} onOver={onOver} />}
    >
      <Progress value={share * 100} size="lg" animated={status === 'RUNNING'} aria-label={t('running')} />
      <Group justify="space-between">
        <Text fz="sm" className="num" role="status">
          {waitsFor > 0 ? t('waitsFor', { count: waitsFor, n: fmt.number(waitsFor) }) : pace}
        </Text>
      </Group>
      <Text fz="xs" c="dimmed">
        {t('keepsRunning')}
      </Text>
    </Panel>
  );
}

function Cancel({ id, onOver }: { id: string; onOver: () => void }) {
  const t = useTranslations('simulation');
  const refusalText = useRefusalText();
  const [run, busy] = useChange(CancelSimulationDocument);
  const cancel = async () => {
    const answer = (await run({ id }))?.cancelSimulation;
    if (answer !== undefined && answer.__typename !== 'SimulationCancelled') notifyRefused(refusalText(answer));
    onOver();
  };
  return (
    <Button variant="default" size="compact-sm" loading={busy} onClick={() => void cancel()}>
      {t('cancel')}
    </Button>
  );
}
