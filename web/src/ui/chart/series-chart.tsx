'use client';

import { CompositeChart } from '@mantine/charts';
import type { ReferenceLine, Series, SeriesRow } from './series';

export interface SeriesChartProps {
  rows: SeriesRow[];
  series: Series[];
  format: (value: number) => string;
  formatAxis: (value: number) => string;
  referenceLines?: ReferenceLine[];
}

const height = 240;
const barWidthMax = 28;
// More names than this need a second row on a telephone.
const legendRowMax = 3;

/** Bars stack, lines lie over them. Loaded when a chart is first shown. */
export default function SeriesChart({ rows, series, format, formatAxis, referenceLines = [] }: SeriesChartProps) {
  return (
    <CompositeChart
      h={height}
      data={rows.map(({ label, values }) => ({ label, ...values }))}
      dataKey="label"
      series={series.map(({ key, label, kind, color }) => ({
        name: key,
        label,
        color,
        type: kind === 'bar' ? 'bar' : 'line',
        ...(kind === 'dashed' ? { strokeDasharray: '5 4' } : {}),
      }))}
      barProps={{ stackId: 'stack', isAnimationActive: false }}
      lineProps={{ isAnimationActive: false }}
      maxBarWidth={barWidthMax}
      withDots={rows.length < 2}
      connectNulls={false}
      curveType="linear"
      strokeWidth={1.75}
      withLegend={series.length > 1}
      legendProps={{ verticalAlign: 'bottom', height: series.length > legendRowMax ? 56 : 32, itemSorter: null }}
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
