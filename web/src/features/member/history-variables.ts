import { keysetPlace, pageSize } from '@/ui/table/place';

export const historyTabs = ['purchases', 'statement', 'lots', 'adjustments', 'messages'] as const;
export type HistoryTab = (typeof historyTabs)[number];

/** The lists share one address: each keeps its place under its own prefix. */
export const prefixes: Record<HistoryTab, string> = {
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
}

export function historyVariables(params: URLSearchParams, tab: HistoryTab, memberId: string): HistoryVariables {
  return { id: memberId, first: pageSize, after: keysetPlace(params, prefixes[tab]).after };
}

/** The tab of the address, if the person may see it; else the first they may. */
export function currentTab(params: URLSearchParams, allowed: HistoryTab[]): HistoryTab | undefined {
  return allowed.find((tab) => tab === params.get('tab')) ?? allowed[0];
}
