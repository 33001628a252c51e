'use client';

import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFmt } from '@/fmt';
import type { SimulationHeadFragment, SimulationOutcomeFragment } from '@/graphql/generated/graphql';
import { Panel } from '@/ui/panel';
import { useEnumLabel } from '@/ui/use-enum-label';
import { ExportResult } from './export-result';

interface Props {
  result: SimulationOutcomeFragment;
  simulation: SimulationHeadFragment;
}

/** What the drafts cost and whom they reach, before and after. */
export function ResultFigures({ result, simulation }: Props) {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  const baseline = useEnumLabel('simulationBaseline');
  const { all, affected } = result;
  const scope = [
    `${fmt.date(simulation.from)} – ${fmt.date(simulation.until)}`,
    simulation.storeIds === null
      ? t('allStores')
      : t('someStores', { count: simulation.storeIds.length, n: fmt.number(simulation.storeIds.length) }),
    baseline(simulation.baseline),
    ...(simulation.samplePercent < 100
      ? [t('sampleOf', { percent: fmt.percent(simulation.samplePercent / 100) })]
      : []),
  ].join(' · ');
  const change = (before: string | null, after: string | null) =>
    before === null || after === null ? '—' : `${fmt.moneyWhole(before)} → ${fmt.moneyWhole(after)}`;
  return (
    <Panel title={t('mechanical')} action={<ExportResult result={result} name={simulation.id} />}>
      <Text fz="sm" c="dimmed">
        {scope}
      </Text>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" verticalSpacing="md">
        <Figure label={t('discountCost')} value={fmt.money(result.discountCost)} />
        <Figure
          label={t('pointsCost')}
          value={fmt.points(result.pointsCost)}
          note={t('worth', { value: fmt.money(result.pointsCostValue) })}
        />
        <Figure
          label={t('receipts')}
          value={fmt.number(result.touchedReceipts)}
          note={t('of', { all: fmt.number(all.receipts) })}
        />
        <Figure
          label={t('members')}
          value={fmt.number(result.touchedMembers)}
          note={t('of', { all: fmt.number(result.members) })}
        />
        <Figure label={t('revenueAll')} value={change(all.before.revenue, all.after.revenue)} />
        <Figure label={t('revenueAffected')} value={change(affected.before.revenue, affected.after.revenue)} />
        <Figure label={t('marginAffected')} value={change(affected.before.margin, affected.after.margin)} />
        <Figure
          label={t('heldOut')}
          value={fmt.number(result.heldOutReceipts)}
          note={t('heldOutMembers', { count: result.heldOutMembers, n: fmt.number(result.heldOutMembers) })}
        />
      </SimpleGrid>
    </Panel>
  );
}

function Figure({ label, value, note }: { label: string; value: ReactNode; note?: string }) {
  return (
    <Stack gap={0}>
      <Text fz="sm" c="dimmed">
        {label}
      </Text>
      <Text fw={600} fz="lg" className="num">
        {value}
      </Text>
      {note !== undefined && (
        <Text fz="xs" c="dimmed" className="num">
          {note}
        </Text>
      )}
    </Stack>
  );
}
