'use client';

import { Button, Group, MultiSelect, NumberInput, Select } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStoreOptions } from '@/features/stores';
import { useFmt, useNow, type LocalDate } from '@/fmt';
import { addDays } from '@/fmt/dates';
import {
  StartSimulationDocument,
  type SimulationBaseline,
  type SimulationHeadFragment,
} from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { DateRangeField } from '@/ui/date-range-field';
import { newId } from '@/ui/new-id';
import { notifyRefused } from '@/ui/notify';
import { Panel } from '@/ui/panel';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useRefusalText } from '@/ui/use-refusal-text';
import type { Draft } from './simulation-panel';

interface Props {
  draft: Draft;
  onStarted: (simulation: SimulationHeadFragment) => void;
}

const daysUsually = 30;

/** On which receipts a draft is tried. */
export function StartForm({ draft, onStarted }: Props) {
  const t = useTranslations('simulation');
  const baselineName = useEnumLabel('simulationBaseline');
  const stores = useStoreOptions();
  const today = useFmt().today(useNow());
  const [period, setPeriod] = useState<{ from: LocalDate; until: LocalDate }>({
    from: addDays(today, -daysUsually),
    until: addDays(today, -1),
  });
  const [storeIds, setStoreIds] = useState<string[]>([]);
  const [samplePercent, setSample] = useState(100);
  const [baseline, setBaseline] = useState<SimulationBaseline>('NOW');
  const [start, busy] = useStart(onStarted);
  const begin = () => start({ drafts: [draft], ...period, storeIds, samplePercent, baseline });
  return (
    <Panel title={t('try')}>
      <Group align="flex-end" gap="sm">
        <DateRangeField
          label={t('period')}
          from={period.from}
          to={period.until}
          clearable={false}
          onChange={({ from, to }) => from && to && setPeriod({ from, until: to })}
        />
        <MultiSelect
          label={t('stores')}
          placeholder={storeIds.length === 0 ? t('allStores') : ''}
          w={{ base: '100%', xs: 280 }}
          searchable
          clearable
          data={stores}
          value={storeIds}
          onChange={setStoreIds}
        />
        <Select
          label={t('baseline')}
          w={{ base: '100%', xs: 220 }}
          allowDeselect={false}
          data={(['NOW', 'THEN'] as const).map((value) => ({ value, label: baselineName(value) }))}
          value={baseline}
          onChange={(value) => setBaseline(value === 'THEN' ? 'THEN' : 'NOW')}
        />
        <NumberInput
          label={t('sample')}
          w={{ base: '100%', xs: 130 }}
          min={1}
          max={100}
          allowDecimal={false}
          suffix=" %"
          value={samplePercent}
          onChange={(value) => setSample(Number(value) || 100)}
        />
        <Button loading={busy} onClick={() => void begin()}>
          {t('start')}
        </Button>
      </Group>
    </Panel>
  );
}

function useStart(onStarted: Props['onStarted']) {
  const refusalText = useRefusalText();
  const language = useLocale();
  const [run, busy] = useChange(StartSimulationDocument);
  const start = async (order: Omit<Parameters<typeof run>[0]['input'], 'id'>) => {
    const answer = (await run({ input: { id: newId(), ...order }, language }))?.startSimulation;
    if (answer === undefined) return;
    if (answer.__typename === 'SimulationStarted') return onStarted(answer.simulation);
    const problems = answer.__typename === 'PromotionInvalid' ? answer.problems.map(({ message }) => message) : [];
    notifyRefused([refusalText(answer), ...problems].join(' '));
  };
  return [start, busy] as const;
}
