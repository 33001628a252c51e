'use client';

import { Text } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useState } from 'react';
import { usePrintValue } from '@/features/metrics';
import { bucketOf } from '@/features/metrics/metric-rows';
import { useFmt, useNow } from '@/fmt';
import { addDays } from '@/fmt/dates';
import { MetricSparkDocument, type MetricCatalogueQuery } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { instantsOf } from '@/ui/period/period';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import classes from './metric-catalogue.module.css';
import { Sparkline } from './sparkline';

type Metric = MetricCatalogueQuery['metrics'][number];

const weeks = 12;

/** A metric with its last twelve weeks, which are asked for once the row comes into view. */
export function MetricRow({ metric }: { metric: Metric }) {
  const { ref, entry } = useIntersection({ rootMargin: '120px' });
  const [seen, setSeen] = useState(false);
  if (entry?.isIntersecting === true && !seen) setSeen(true);
  const unitName = useEnumLabel('unit');
  return (
    <li ref={ref} className={classes.row}>
      <div className={classes.words}>
        <TextLink href={`/metrics/${metric.key}`} fw={600} fz="sm" className={classes.link}>
          {metric.name}
        </TextLink>
        <Text fz="xs" c="dimmed" lineClamp={1}>
          {metric.description}
        </Text>
      </div>
      <Text fz="xs" c="dimmed" className={classes.unit}>
        {unitName(metric.unit)}
      </Text>
      <div className={classes.spark}>{seen && metric.grains.includes('WEEK') && <Lately metric={metric} />}</div>
    </li>
  );
}

/** Whole weeks, so that the last one is no dip. */
function Lately({ metric }: { metric: Metric }) {
  const fmt = useFmt();
  const { exact } = usePrintValue(metric.unit);
  const monday = bucketOf(fmt.today(useNow()), 'WEEK');
  const period = { from: addDays(monday, -7 * weeks), to: addDays(monday, -1) };
  const input = { key: metric.key, ...instantsOf(period, fmt.timeZone), grain: 'WEEK' };
  const { data } = useGraph(MetricSparkDocument, { input });
  if (data === undefined) return null;
  const values = data.metric.rows.map(({ value }) => value);
  const last = values.at(-1) ?? null;
  return (
    <>
      <Sparkline values={values} />
      <Text span fz="sm" className={`num ${classes.last ?? ''}`}>
        {last === null ? '—' : exact(last)}
      </Text>
    </>
  );
}
