'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Graph } from '@/graphql/use-graph';
import { useRouter } from '@/i18n/navigation';
import { ChartFrame, Pyramid, Sankey, SeriesChart } from '@/ui/chart';
import { HeatTable } from '@/ui/heat-table';
import { useEnumLabel } from '@/ui/use-enum-label';
import { drawingOf, matrixOf, readingOf, type Drawing } from './chart-data';
import { DrillLink, ReportTable, useDrillHref } from './report-table';
import type { Print } from './use-print';
import type { Chart, Table } from './view';

interface Props {
  chart: Chart;
  table: Table;
  print: Print;
  /** The days that are shown, in words. */
  days: string;
  graph: Pick<Graph<unknown>, 'failure' | 'fetching' | 'refetch'>;
  controls: ReactNode;
}

/** A chart of one of the report's tables; as a table it shows the columns that are drawn. */
export function ReportChart({ chart, table, print, days, graph, controls }: Props) {
  const t = useTranslations('report');
  const unit = useEnumLabel('unit');
  const drawing = isDrawn(chart)
    ? drawingOf(table, chart, { text: print.text, tick: print.tick, compared: t('before') })
    : undefined;
  const drawn = chart.series.flatMap((key) => readingOf(table, key)?.column ?? []);
  const values = drawn.filter(({ isDimension }) => !isDimension);
  const units = [...new Set(values.map((column) => unit(column.unit)))];
  return (
    <ChartFrame
      title={chart.name}
      definition={values.map(({ name, description }) => `${name}: ${description}`).join(' ')}
      subtitle={[...units, days, ...(drawing !== undefined && drawing.leftOut > 0 ? [t('largest')] : [])].join(' · ')}
      graph={graph}
      controls={controls}
      state={table.rows.length === 0 ? 'empty' : 'shown'}
      chart={<Picture chart={chart} table={table} print={print} drawing={drawing} />}
      table={<ReportTable table={table} print={print} only={[chart.x, ...chart.series]} />}
    />
  );
}

const isDrawn = ({ kind }: Chart): boolean => !['MATRIX', 'HEATMAP', 'SANKEY'].includes(kind);

interface PictureProps extends Pick<Props, 'chart' | 'table' | 'print'> {
  drawing: Drawing | undefined;
}

function Picture({ chart, table, print, drawing }: PictureProps) {
  if (chart.kind === 'SANKEY') return <Flows chart={chart} table={table} print={print} />;
  if (chart.kind === 'MATRIX' || chart.kind === 'HEATMAP') return <Matrix chart={chart} table={table} print={print} />;
  if (drawing === undefined) return null;
  if (chart.kind !== 'PYRAMID') return <Axis chart={chart} table={table} print={print} drawing={drawing} />;
  return <Pyramid rows={drawing.rows} series={drawing.series} format={(value) => print.value(drawing.unit, value)} />;
}

/** Units of an axis of time: everything else is names, which lie better beside their bars. */
const times = ['DATE', 'WEEK', 'MONTH', 'HOUR', 'HOUR_OF_DAY', 'WEEKDAY'];
const standingMax = 6;

function Axis({ chart, table, print, drawing }: PictureProps & { drawing: Drawing }) {
  const router = useRouter();
  const hrefOf = useDrillHref();
  const axis = readingOf(table, chart.x)?.column.unit ?? '';
  const hasWayDown = table.rows.some(({ drill }) => drill !== null);
  const open = (index: number) => {
    const href = hrefOf(drawing.rowAt(index)?.drill ?? null);
    if (href !== undefined) router.push(href);
  };
  return (
    <SeriesChart
      rows={drawing.rows}
      series={drawing.series}
      format={(value) => print.value(drawing.unit, value)}
      formatAxis={(value) => print.short(drawing.unit, value)}
      referenceLines={chart.references.map(({ name, value }) => ({ label: name, value }))}
      lying={chart.kind !== 'LINE' && !times.includes(axis) && drawing.rows.length > standingMax}
      onPoint={hasWayDown ? open : undefined}
    />
  );
}

function Matrix({ chart, table, print }: Omit<PictureProps, 'drawing'>) {
  const [across, down, value] = [chart.x, ...chart.series].map((key) => readingOf(table, key));
  if (across === undefined || down === undefined || value === undefined) return null;
  const { columns, rows } = matrixOf(table, across, down);
  const most = Math.max(0, ...table.rows.map((row) => value.cell(row)?.value ?? 0)) || 1;
  const isNarrow = chart.kind === 'HEATMAP';
  const { unit } = value.column;
  return (
    <HeatTable
      label={chart.name}
      corner={`${down.column.name} ↓ ${across.column.name} →`}
      columns={columns.map((text) => ({
        key: text,
        label: isNarrow ? shortHour(across.column.unit, text, print) : print.text(across.column.unit, text),
      }))}
      rows={rows.map(({ text, cells }) => ({
        key: text,
        label: print.text(down.column.unit, text),
        cells: cells.map((row, index) => {
          const cell = row && value.cell(row);
          const figure = cell?.value ?? null;
          const printed = figure === null ? '' : isNarrow ? print.short(unit, figure) : print.value(unit, figure);
          return {
            key: columns[index] ?? String(index),
            heat: Math.max(0, figure ?? 0) / most,
            content: (
              <DrillLink
                color="var(--mantine-color-text)"
                drill={figure === null ? null : (cell?.drill ?? row?.drill ?? null)}
              >
                {printed}
              </DrillLink>
            ),
          };
        }),
      }))}
    />
  );
}

/** Twenty-four columns have room for the hour alone. */
const shortHour = (unit: string, text: string, print: Print): string =>
  unit === 'HOUR_OF_DAY' ? text : print.text(unit, text);

function Flows({ chart, table, print }: Omit<PictureProps, 'drawing'>) {
  const [from, to, value] = [chart.x, ...chart.series].map((key) => readingOf(table, key));
  if (from === undefined || to === undefined || value === undefined) return null;
  const flows = table.rows.map((row) => ({
    from: print.text(from.column.unit, from.cell(row)?.text ?? null),
    to: print.text(to.column.unit, to.cell(row)?.text ?? null),
    value: value.cell(row)?.value ?? 0,
  }));
  return (
    <Sankey
      flows={flows.filter((flow) => flow.value > 0)}
      from={from.column.name}
      to={to.column.name}
      format={(figure) => print.value(value.column.unit, figure)}
    />
  );
}
