'use client';

import { BarChart, CompositeChart } from '@mantine/charts';
import type { ReferenceLine, Series, SeriesRow } from './series';

export interface SeriesChartProps {
  rows: SeriesRow[];
  series: Series[];
  format: (value: number) => string;
  formatAxis: (value: number) => string;
  referenceLines?: ReferenceLine[];
  /** Names that are too long to stand under an axis: bars lie beside them. */
  lying?: boolean;
  /** A point was pointed at and pressed; the same must be in reach of the keyboard elsewhere. */
  onPoint?: ((index: number) => void) | undefined;
}

const height = 240;
const barWidthMax = 28;
const lyingRowHeight = 28;
// More names than this need a second row on a telephone.
const legendRowMax = 3;

/** Bars stand beside or on one another, lines lie over them. Loaded when a chart is first shown. */
export default function SeriesChart({ lying = false, ...props }: SeriesChartProps) {
  return lying ? <LyingBars {...props} /> : <Composite {...props} />;
}

function Composite({ rows, series, format, formatAxis, referenceLines = [], onPoint }: SeriesChartProps) {
  return (
    <CompositeChart
      h={height}
      data={dataOf(rows)}
      dataKey="label"
      series={series.map(({ key, label, kind, color }) => ({
        name: key,
        label,
        color,
        type: kind === 'bar' || kind === 'beside' ? 'bar' : 'line',
        ...(kind === 'dashed' ? { strokeDasharray: '5 4' } : {}),
      }))}
      barProps={({ name }) => ({
        isAnimationActive: false,
        ...(series.find(({ key }) => key === name)?.kind === 'bar' ? { stackId: 'stack' } : {}),
      })}
      lineProps={{ isAnimationActive: false }}
      composedChartProps={pointsOf(onPoint)}
      maxBarWidth={barWidthMax}
      withDots={rows.length < 2}
      connectNulls={false}
      curveType="linear"
      strokeWidth={1.75}
      withLegend={series.length > 1}
      legendProps={legendOf(series)}
      valueFormatter={format}
      yAxisProps={{ width: 64, tickFormatter: formatAxis }}
      xAxisProps={{ minTickGap: 16 }}
      referenceLines={referenceLines.map(({ value, label }) => ({
        y: value,
        label,
        color: 'red.7',
        labelPosition: 'insideTopRight',
        ifOverflow: 'extendDomain',
      }))}
    />
  );
}

function LyingBars({ rows, series, format, formatAxis, referenceLines = [], onPoint }: SeriesChartProps) {
  const isStacked = series.some(({ kind }) => kind === 'bar');
  const thickness = isStacked ? 1 : series.length;
  return (
    <BarChart
      h={Math.max(height, rows.length * lyingRowHeight * Math.max(1, thickness * 0.7) + 60)}
      data={dataOf(rows)}
      dataKey="label"
      orientation="vertical"
      type={isStacked ? 'stacked' : 'default'}
      series={series.map(({ key, label, color }) => ({ name: key, label, color }))}
      barProps={{ isAnimationActive: false }}
      barChartProps={pointsOf(onPoint)}
      maxBarWidth={barWidthMax}
      withLegend={series.length > 1}
      legendProps={legendOf(series)}
      valueFormatter={format}
      yAxisProps={{ width: 132, interval: 0, tickFormatter: shortened }}
      xAxisProps={{ tickFormatter: formatAxis }}
      referenceLines={referenceLines.map(({ value, label }) => ({ x: value, label, color: 'red.7' }))}
    />
  );
}

const dataOf = (rows: SeriesRow[]) => rows.map(({ label, values }) => ({ label, ...values }));

const legendOf = (series: Series[]) => ({
  verticalAlign: 'bottom' as const,
  height: series.length > legendRowMax ? 56 : 32,
  itemSorter: null,
});

function pointsOf(onPoint: SeriesChartProps['onPoint']) {
  if (onPoint === undefined) return {};
  const onClick = ({ activeTooltipIndex }: { activeTooltipIndex?: number | string | null | undefined }) => {
    const index = Number(activeTooltipIndex ?? Number.NaN);
    if (Number.isInteger(index)) onPoint(index);
  };
  return { onClick, style: { cursor: 'pointer' } };
}

// As much as two lines beside the bars hold.
const nameMax = 34;

const shortened = (name: string): string => (name.length > nameMax ? `${name.slice(0, nameMax - 1)}…` : name);
