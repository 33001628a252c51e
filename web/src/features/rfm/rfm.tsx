'use client';

import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import { useLocale, useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  RfmGridsDocument,
  RfmReportDocument,
  type RfmGridsQuery,
  type RfmGridsQueryVariables,
  type RfmReportQuery,
  type RfmReportQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { firstPage } from '@/ui/table/place';
import { useUrlState } from '@/ui/url-state';
import { RfmCells } from './rfm-cells';
import { RfmFlows } from './rfm-flows';
import { RfmHeat } from './rfm-heat';
import { RfmSettings } from './rfm-settings';
import { inputOf, measures, viewOf, type Grid, type Report, type RfmView } from './view';

interface Props {
  grids: Loaded<RfmGridsQuery, RfmGridsQueryVariables>;
  report: Loaded<RfmReportQuery, RfmReportQueryVariables> | undefined;
}

/** Members by how lately, how often and for how much they buy. */
export function Rfm({ grids, report }: Props) {
  const t = useTranslations('rfm');
  const locale = useLocale();
  const gridsGraph = useGraph(RfmGridsDocument, { locale }, { first: grids });
  const [params] = useUrlState();
  const [cutting, cut] = useDisclosure();
  const mayWrite = useMay('segments.write');
  const all = gridsGraph.data?.rfmGrids ?? [];
  const view = viewOf(params, all);
  return (
    <Page
      title={t('title')}
      actions={
        mayWrite && (
          <Button variant="default" onClick={cut.open}>
            {t('settings')}
          </Button>
        )
      }
    >
      {gridsGraph.failure !== undefined && <FailureAlert failure={gridsGraph.failure} onRetry={gridsGraph.refetch} />}
      {view !== undefined && (
        <Stack gap="sm">
          <Controls view={view} grids={all} />
          <Body key={`${view.grid.id} ${view.grid.version}`} view={view} first={report} />
        </Stack>
      )}
      {cutting && view !== undefined && (
        <RfmSettings grid={view.grid} onClose={cut.close} onSaved={gridsGraph.refetch} />
      )}
    </Page>
  );
}

function Controls({ view, grids }: { view: RfmView; grids: Grid[] }) {
  const t = useTranslations('rfm');
  const [, change] = useUrlState();
  const { grid, shown, slice, day } = view;
  const scores = grid.axes[2]?.scores;
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t('grid')}
        w={{ base: '100%', xs: 240 }}
        allowDeselect={false}
        data={grids.map(({ id, name }) => ({ value: id, label: name }))}
        value={grid.id}
        onChange={(id) => change({ grid: id ?? undefined, cells: undefined, slice: undefined, ...firstPage() }, 'push')}
      />
      <DateInput
        label={t('day')}
        w={150}
        clearable
        placeholder={t('today')}
        valueFormat="DD.MM.YYYY"
        value={day ?? null}
        onChange={(chosen) => change({ day: chosen ?? undefined, ...firstPage() })}
      />
      <SegmentedControl
        aria-label={t('measure')}
        value={shown}
        onChange={(value) => change({ show: value })}
        data={measures.map((value) => ({ value, label: t(value) }))}
      />
      {scores !== undefined && (
        <Select
          label={t('slice')}
          w={150}
          allowDeselect={false}
          data={[
            { value: '', label: t('all') },
            ...Array.from({ length: scores }, (_, index) => String(scores - index)).map((value) => ({
              ...{ value, label: value },
            })),
          ]}
          value={slice}
          onChange={(value) => change({ slice: value ?? undefined, cells: undefined, ...firstPage() })}
        />
      )}
    </Group>
  );
}

function Body({ view, first }: { view: RfmView; first: Props['report'] }) {
  const t = useTranslations('rfm');
  const graph = useGraph(RfmReportDocument, { input: inputOf(view), locale: useLocale() }, { first });
  const report = graph.data?.rfmReport;
  if (graph.failure !== undefined) return <FailureAlert failure={graph.failure} onRetry={graph.refetch} />;
  if (report === undefined) return null;
  if (report.members === 0) return <NothingYet title={t('noneTitle')} hint={t('noneHint')} />;
  return (
    <>
      <Base report={report} />
      <RfmHeat view={view} report={report} />
      {view.cells.length > 0 && <RfmCells view={view} report={report} />}
      <RfmFlows view={view} report={report} />
    </>
  );
}

function Base({ report }: { report: Report }) {
  const t = useTranslations('rfm');
  const fmt = useFmt();
  return (
    <Text fz="sm" className="num">
      {t('base', {
        n: fmt.number(report.members),
        days: fmt.number(report.windowDays),
        day: fmt.date(report.day),
        revenue: fmt.moneyWhole(report.revenue),
      })}
    </Text>
  );
}
