'use client';

import { Group, Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { Series, SeriesRow } from './series';
import classes from './pyramid.module.css';

interface Props {
  rows: SeriesRow[];
  /** The first goes to the left, the second to the right; what is neither stands at the side. */
  series: Series[];
  format: (value: number) => string;
}

/** Two sides of every group, back to back. */
export function Pyramid({ rows, series: [left, right, ...others], format }: Props) {
  if (left === undefined || right === undefined) return null;
  const shown = [left, right, ...others];
  const most = Math.max(1, ...rows.flatMap(({ values }) => shown.map(({ key }) => values[key] ?? 0)));
  return (
    <div>
      <div className={classes.rows} data-others={others.length > 0 || undefined}>
        {rows.map(({ label, values }) => (
          <div key={label} className={classes.row}>
            <Side value={values[left.key]} most={most} format={format} series={left} side="left" />
            <Text span fz="sm" ta="center">
              {label}
            </Text>
            <Side value={values[right.key]} most={most} format={format} series={right} side="right" />
            {others.map((other) => (
              <Side key={other.key} value={values[other.key]} most={most} format={format} series={other} side="right" />
            ))}
          </div>
        ))}
      </div>
      <Group gap="md" justify="center" mt="xs" fz="sm">
        {shown.map(({ key, label, color }) => (
          <Group key={key} gap={6}>
            <span className={classes.mark} style={colored(color)} aria-hidden />
            {label}
          </Group>
        ))}
      </Group>
    </div>
  );
}

interface SideProps {
  value: number | null | undefined;
  most: number;
  format: (value: number) => string;
  series: Series;
  side: 'left' | 'right';
}

function Side({ value, most, format, series: { label, color }, side }: SideProps) {
  const size = value ?? 0;
  return (
    <div className={classes.side} data-side={side} title={label}>
      <span className={classes.bar} style={{ ...colored(color), '--share': size / most } as CSSProperties} />
      <Text span fz="xs" className="num">
        {value === null || value === undefined ? '—' : format(value)}
      </Text>
    </div>
  );
}

const colored = (color: string) => ({ background: `var(--mantine-color-${color.replace('.', '-')})` });
