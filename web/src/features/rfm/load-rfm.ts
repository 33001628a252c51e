import { getLocale } from 'next-intl/server';
import { RfmGridsDocument, RfmReportDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { inputOf, viewOf } from './view';

/** The grids, and the one that the address asks for. */
export async function loadRfm(params: URLSearchParams) {
  const locale = await getLocale();
  const grids = await load(RfmGridsDocument, { locale });
  const view = viewOf(params, grids.data?.rfmGrids ?? []);
  const report = view && (await load(RfmReportDocument, { input: inputOf(view), locale }));
  return { grids, report };
}
