'use client';

import { Alert, Grid, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  SimulationResultDocument,
  type SimulationHeadFragment,
  type SimulationOutcomeFragment,
} from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { AssumedResponse } from './assumed-response';
import { Caveats } from './caveats';
import { Gains } from './gains';
import { Overlaps } from './overlaps';
import { CostByDay, Spread } from './result-charts';
import { ResultFigures } from './result-figures';
import { CostByStore } from './result-stores';

const responseUsually = { low: '0', likely: '3', high: '10' };

/** What a what-if came to. What was replayed and what is assumed stand apart. */
export function SimulationResultView({ simulation }: { simulation: SimulationHeadFragment }) {
  const t = useTranslations('simulation');
  const [percents, setPercents] = useState(responseUsually);
  const graph = useGraph(
    SimulationResultDocument,
    { id: simulation.id, ...percents },
    { pause: simulation.status !== 'DONE' },
  );
  if (simulation.status === 'CANCELLED') return <Alert color="gray">{t('cancelled')}</Alert>;
  if (simulation.status === 'FAILED') return <Alert color="red">{t('failed')}</Alert>;
  if (graph.failure !== undefined && graph.data === undefined) {
    return <FailureAlert failure={graph.failure} onRetry={graph.refetch} />;
  }
  const result = graph.data?.simulation?.result;
  if (result === undefined || result === null) return null;
  return (
    <Stack gap="sm">
      <Replayed result={result} simulation={simulation} />
      {result.assumedResponse !== null && (
        <AssumedResponse response={result.assumedResponse} percents={percents} onChange={setPercents} />
      )}
    </Stack>
  );
}

interface ReplayedProps {
  result: SimulationOutcomeFragment;
  simulation: SimulationHeadFragment;
}

function Replayed({ result, simulation }: ReplayedProps) {
  return (
    <>
      <ResultFigures result={result} simulation={simulation} />
      <Caveats caveats={result.caveats} />
      <Grid gap="sm">
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <CostByDay result={result} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Spread result={result} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <CostByStore result={result} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Overlaps overlaps={result.overlaps} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Gains side="winners" gains={result.winners} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Gains side="losers" gains={result.losers} />
        </Grid.Col>
      </Grid>
    </>
  );
}
