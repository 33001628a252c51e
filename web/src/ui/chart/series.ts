import type { MantineColor } from '@mantine/core';

/** One series of a chart. Lines differ in dashes as well as in colour: colour alone never tells them apart. */
export interface Series {
  key: string;
  label: string;
  kind: 'bar' | 'line' | 'dashed';
  color: MantineColor;
}

/** One point of the horizontal axis with a value per series; null where the value is undefined. */
export interface SeriesRow {
  label: string;
  values: Record<string, number | null>;
}

export interface ReferenceLine {
  value: number;
  label: string;
}
