import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { config } from '@/config';
import { clockIn } from '@/fmt/dates';
import { MetricChartDocument, MetricDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { periodOf } from '@/ui/period';
import { chartVariables, viewOf } from './view';

/** What a metric is; asked once a page. */
export const loadDefinition = cache(async (key: string) => load(MetricDocument, { key, locale: await getLocale() }));

/** The metric and the chart the address asks for; undefined when there is none of this key. */
export async function loadMetric(key: string, params: URLSearchParams) {
  const { timeZone } = config();
  const definition = (await loadDefinition(key)).data?.metricDefinition;
  if (!definition) return undefined;
  const period = periodOf(params, clockIn(timeZone, Date.now()).date, '90');
  const view = viewOf(params, definition, period);
  return { definition, chart: await load(MetricChartDocument, chartVariables(view, period, timeZone)) };
}
