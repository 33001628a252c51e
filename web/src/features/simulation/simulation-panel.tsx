'use client';

import { Group, Select, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFmt } from '@/fmt';
import { SimulationsDocument, type SimulationHeadFragment } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { useEnumLabel } from '@/ui/use-enum-label';
import { RunningSimulation } from './running-simulation';
import { SimulationResultView } from './result-view';
import { StartForm } from './start-form';

/** A promotion as it stands in a form, saved or not. */
export interface Draft {
  promotionId: string;
  name: string;
  definition: unknown;
}

/** Tries a promotion on receipts of the past: asks which, shows how far it is, and what it came to. */
export function SimulationPanel({ draft }: { draft: Draft }) {
  const t = useTranslations('simulation');
  const graph = useGraph(SimulationsDocument, { promotionId: draft.promotionId });
  const [started, setStarted] = useState<SimulationHeadFragment[]>([]);
  const [chosen, setChosen] = useState<string>();
  const known = graph.data?.simulations.edges.map(({ node }) => node) ?? [];
  const all = [...started.filter(({ id }) => known.every((one) => one.id !== id)), ...known];
  const shown = all.find(({ id }) => id === chosen) ?? all[0];
  const onStarted = (simulation: SimulationHeadFragment) => {
    setStarted((before) => [simulation, ...before]);
    setChosen(simulation.id);
  };
  return (
    <Stack gap="sm">
      <StartForm draft={draft} onStarted={onStarted} />
      {all.length > 1 && <Earlier simulations={all} shown={shown?.id} onChoose={setChosen} />}
      {graph.data !== undefined && shown === undefined && <NothingYet title={t('none')} hint={t('noneHint')} />}
      {shown !== undefined && <Shown key={shown.id} simulation={shown} onMoved={graph.refetch} />}
    </Stack>
  );
}

function Shown({ simulation, onMoved }: { simulation: SimulationHeadFragment; onMoved: () => void }) {
  const runs = simulation.status === 'QUEUED' || simulation.status === 'RUNNING';
  if (runs) return <RunningSimulation simulation={simulation} onOver={onMoved} />;
  return <SimulationResultView simulation={simulation} />;
}

interface EarlierProps {
  simulations: SimulationHeadFragment[];
  shown: string | undefined;
  onChoose: (id: string) => void;
}

function Earlier({ simulations, shown, onChoose }: EarlierProps) {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  const status = useEnumLabel('simulationStatus');
  return (
    <Group>
      <Select
        label={t('earlier')}
        w={{ base: '100%', xs: 420 }}
        allowDeselect={false}
        value={shown ?? null}
        onChange={(id) => id !== null && onChoose(id)}
        data={simulations.map((one) => ({
          value: one.id,
          label: `${fmt.dateTime(one.createdAt)} · ${fmt.date(one.from)} – ${fmt.date(one.until)} · ${status(one.status)}`,
        }))}
      />
    </Group>
  );
}
