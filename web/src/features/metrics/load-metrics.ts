import { getLocale } from 'next-intl/server';
import { config } from '@/config';
import { clockIn } from '@/fmt/dates';
import { MetricChartDocument, MetricRegistryDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { periodOf } from '@/ui/period';
import { chartVariables, viewOf } from './view';

/** The registry, and the chart the address asks for. */
export async function loadMetrics(params: URLSearchParams) {
  const { timeZone } = config();
  const registry = await load(MetricRegistryDocument, { locale: await getLocale() });
  const period = periodOf(params, clockIn(timeZone, Date.now()).date);
  const view = viewOf(params, registry.data?.metrics ?? [], period);
  const chart = view && (await load(MetricChartDocument, chartVariables(view, period, timeZone)));
  return { registry, chart };
}
