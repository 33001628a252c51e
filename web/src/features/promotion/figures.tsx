'use client';

import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LimitShare } from '@/features/limits';
import { useFmt } from '@/fmt';
import {
  PromotionFiguresDocument,
  PromotionPulseDocument,
  type PromotionFieldsFragment,
  type PromotionFiguresFieldsFragment,
} from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { useLive } from '@/graphql/use-live';
import { FailureAlert } from '@/ui/failure-alert';
import { PeriodPicker, usePeriod } from '@/ui/period';
import { StatTile } from '@/ui/stat-tile';
import { FiguresByDay } from './figures-by-day';
import { FiguresByVersion } from './figures-by-version';

/** What the promotion has given so far, moving as receipts arrive. */
export function Figures({ promotion }: { promotion: PromotionFieldsFragment }) {
  const t = useTranslations('promotion.figures');
  const { id } = promotion;
  const period = usePeriod();
  const graph = useGraph(PromotionFiguresDocument, { id, from: period.from, to: period.to });
  useLive(PromotionPulseDocument, { id }, graph.refetch);
  const figures = graph.data?.promotion?.figures;
  return (
    <Stack gap="sm" component="section" aria-label={t('title')}>
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      <Tiles promotion={promotion} figures={figures} />
      <PeriodPicker period={period} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
        <FiguresByDay days={figures?.byDay} period={period} graph={graph} />
        <FiguresByVersion versions={figures?.byVersion} graph={graph} />
      </SimpleGrid>
    </Stack>
  );
}

interface TilesProps {
  promotion: PromotionFieldsFragment;
  figures: PromotionFiguresFieldsFragment | undefined;
}

function Tiles({ promotion: { id, limits }, figures }: TilesProps) {
  const t = useTranslations('promotion.figures');
  const fmt = useFmt();
  const [total, control, left] = [figures?.total, figures?.control, figures?.left];
  const held = (value: string | undefined) =>
    control !== undefined && control.uses > 0 && value !== undefined && t('heldOut', { value });
  const gauges: [string, string | number | null, string | number | null | undefined, (value: string) => string][] = [
    ['moneyLeft', limits.moneyBudget, left?.money, fmt.money],
    ['pointsLeft', limits.pointsBudget, left?.points, fmt.points],
    ['usesLeft', limits.usesBudget, left?.uses, (value) => fmt.number(value)],
  ];
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="xs" verticalSpacing="xs">
      <StatTile
        label={t('uses')}
        definition={t('usesMeans')}
        href={`/promotions/${id}?tab=buyers`}
        value={total && fmt.number(total.uses)}
        change={held(control && fmt.number(control.uses))}
      />
      <StatTile
        label={t('members')}
        definition={t('membersMeans')}
        href={`/promotions/${id}?tab=buyers&list=buyers`}
        value={total && fmt.number(total.members)}
        change={held(control && fmt.number(control.members))}
      />
      <StatTile label={t('discount')} definition={t('discountMeans')} value={total && fmt.money(total.discount)} />
      <StatTile label={t('points')} definition={t('pointsMeans')} value={total && fmt.points(total.points)} />
      <StatTile
        label={t('revenue')}
        definition={t('revenueMeans')}
        value={total && fmt.money(total.revenue)}
        change={held(control && fmt.money(control.revenue))}
      />
      {gauges.map(
        ([name, budget, rest, print]) =>
          budget !== null && (
            <StatTile
              key={name}
              label={t(name as 'moneyLeft')}
              definition={t('leftMeans', { budget: print(String(budget)) })}
              value={rest == null ? undefined : print(String(rest))}
              change={
                rest != null && <LimitShare share={1 - Number(rest) / Number(budget)} exhausted={Number(rest) === 0} />
              }
            />
          ),
      )}
    </SimpleGrid>
  );
}
