import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { config } from '@/config';
import { clockIn } from '@/fmt/dates';
import { ReportDocument, ReportsDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { inputOf, viewOf } from './view';

/** The reports there are; asked once a page. */
export const loadReports = cache(async () => load(ReportsDocument, { locale: await getLocale() }));

/** A report as the address asks for it; undefined when there is none of this key. */
export async function loadReport(key: string, params: URLSearchParams) {
  const { data } = await loadReports();
  const definition = data?.reports.find((one) => one.key === key);
  if (definition === undefined) return undefined;
  const today = clockIn(config().timeZone, Date.now()).date;
  const input = inputOf(key, viewOf(params, definition, today), await getLocale());
  return { definition, first: await load(ReportDocument, { input }) };
}
