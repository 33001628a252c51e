import { addDays, startOfDay } from '@/fmt/dates';
import type { EntryKind, StatementFilter } from '@/graphql/generated/graphql';
import { dateParam, textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

export const historyTabs = [
  'purchases',
  'behaviour',
  'timeline',
  'statement',
  'lots',
  'adjustments',
  'messages',
] as const;
export type HistoryTab = (typeof historyTabs)[number];

/** Tabs that hold one list and its place in it. */
export type ListTab = Exclude<HistoryTab, 'behaviour' | 'timeline'>;

/** The lists share one address: each keeps its place under its own prefix. */
export const prefixes: Record<ListTab, string> = {
  purchases: 'p_',
  statement: 's_',
  lots: 'l_',
  adjustments: 'a_',
  messages: 'm_',
};

export interface HistoryVariables {
  id: string;
  first: number;
  after?: string | null | undefined;
  /** Of the statement alone. */
  filter?: StatementFilter;
}

export function historyVariables(
  params: URLSearchParams,
  tab: ListTab,
  { memberId, timeZone }: { memberId: string; timeZone: string },
): HistoryVariables {
  const page = { id: memberId, first: pageSize, after: keysetPlace(params, prefixes[tab]).after };
  return tab === 'statement' ? { ...page, filter: statementFilter(params, timeZone) } : page;
}

/** What the statement may be filtered by, in the order in which points live. */
export const entryKinds = [
  'PURCHASE',
  'ACTIVATE',
  'EXPIRE',
  'RETURN',
  'HOLD',
  'RELEASE',
  'GRANT',
  'ADJUSTMENT',
  'OPENING_BALANCE',
] as const satisfies EntryKind[];

/** The filters of the statement, as they stand in the address. */
export const statementKeys = { kind: 's_kind', from: 's_from', to: 's_to' } as const;

function statementFilter(params: URLSearchParams, timeZone: string): StatementFilter {
  const kind = entryKinds.find((one) => one === textParam(params, statementKeys.kind));
  const [from, to] = [dateParam(params, statementKeys.from), dateParam(params, statementKeys.to)];
  return {
    kinds: kind && [kind],
    from: from && startOfDay(timeZone, from),
    to: to && startOfDay(timeZone, addDays(to, 1)),
  };
}

/** The tab of the address, if the person may see it; else the first they may. */
export function currentTab(params: URLSearchParams, allowed: HistoryTab[]): HistoryTab | undefined {
  return allowed.find((tab) => tab === params.get('tab')) ?? allowed[0];
}
