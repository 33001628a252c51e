import { config } from '@/config';
import { clockIn } from '@/fmt/dates';
import { RevenueTreeDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { loadReports } from '../report/load-report';
import { viewOf } from '../report/view';
import { treeInput } from './view';

/** The tree as the address asks for it; undefined when the graph has no such report. */
export async function loadRevenueTree(params: URLSearchParams) {
  const { data } = await loadReports();
  const definition = data?.reports.find(({ key }) => key === 'revenue-tree');
  if (definition === undefined) return undefined;
  const today = clockIn(config().timeZone, Date.now()).date;
  const input = treeInput(viewOf(params, definition, today));
  return { definition, first: await load(RevenueTreeDocument, { input }) };
}
