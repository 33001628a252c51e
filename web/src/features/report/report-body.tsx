'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { Graph } from '@/graphql/use-graph';
import { Panel } from '@/ui/panel';
import { Checks } from './checks';
import { EmptyPeriod } from './empty-period';
import { FileButton } from './file-button';
import { Figures } from './figures';
import { ReportChart } from './report-chart';
import { ReportTable } from './report-table';
import { useChips } from './use-chips';
import { usePrint } from './use-print';
import type { Chart, Definition, Report, ReportView, Table } from './view';

interface Props {
  definition: Definition;
  view: ReportView;
  report: Report;
  graph: Pick<Graph<unknown>, 'failure' | 'fetching' | 'refetch'>;
}

/** The answer: figures, charts, checks, tables. */
export function ReportBody({ definition, view, report, graph }: Props) {
  const { figures, tables, charts, checks } = report;
  const print = usePrint(tables.flatMap(({ columns }) => columns.map(({ unit }) => unit)));
  const days = useDays(report);
  const chips = useChips(view);
  const t = useTranslations('chart');
  if (isEmpty(report)) return <EmptyPeriod definition={definition} />;
  const head = { title: definition.name, lines: [days, ...chips.map(({ label }) => label)] };
  const shown = charts.flatMap((chart) => {
    const table = tables.find(({ key }) => key === chart.table);
    return table === undefined ? [] : [{ chart, table }];
  });
  return (
    <>
      <Figures figures={figures} print={print} />
      <SimpleGrid cols={{ base: 1, lg: isWide(shown) ? 1 : 2 }} spacing="sm">
        {shown.map(({ chart, table }) => (
          <ReportChart
            key={chart.name}
            {...{ chart, table, print, days, graph }}
            controls={<FileButton table={table} head={head} print={print} />}
          />
        ))}
      </SimpleGrid>
      <Checks checks={checks} />
      {tables
        .filter((table) => !isDrawnWhole(table, charts))
        .map((table) => (
          <Panel
            key={table.key}
            title={charts.some(({ name }) => name === table.name) ? `${table.name} · ${t('table')}` : table.name}
            action={<FileButton table={table} head={head} print={print} />}
          >
            <ReportTable table={table} print={print} />
          </Panel>
        ))}
    </>
  );
}

/** One chart takes all of the width, and so does what may have a column for each hour or month. */
const isWide = (shown: { chart: Chart }[]): boolean =>
  shown.length === 1 || shown.some(({ chart }) => chart.kind === 'HEATMAP');

/** A matrix and its like are tables already, and can be read as one in their card. */
const isDrawnWhole = ({ key }: Table, charts: Chart[]): boolean =>
  charts.some(({ table, kind }) => table === key && ['MATRIX', 'HEATMAP', 'SANKEY'].includes(kind));

const isEmpty = ({ figures, tables }: Report): boolean =>
  tables.every(({ rows }) => rows.length === 0) && figures.every(({ value }) => value === null || value === 0);

/** The days that are shown and those they are compared with, in words. */
function useDays({ from, to, comparedFrom, comparedTo }: Report): string {
  const t = useTranslations('report');
  const fmt = useFmt();
  const range = (first: string, last: string) =>
    first === last ? fmt.date(first) : `${fmt.date(first)} – ${fmt.date(last)}`;
  const days = range(from, to);
  return comparedFrom === null || comparedTo === null
    ? days
    : t('against', { days, before: range(comparedFrom, comparedTo) });
}
