import type { MantineColor } from '@mantine/core';

/** One series of a chart. Lines differ in dashes as well as in colour: colour alone never tells them apart. */
export interface Series {
  key: string;
  label: string;
  /** Bars lie on one another, or beside. */
  kind: 'bar' | 'beside' | 'line' | 'dashed';
  color: MantineColor;
}

/** As many series as can be told apart in one chart. */
export const seriesColors: readonly MantineColor[] = ['indigo.6', 'orange.7', 'teal.7', 'grape.6', 'cyan.7', 'red.7'];

/** One point of the horizontal axis with a value per series; null where the value is undefined. */
export interface SeriesRow {
  label: string;
  values: Record<string, number | null>;
}

export interface ReferenceLine {
  value: number;
  label: string;
}
