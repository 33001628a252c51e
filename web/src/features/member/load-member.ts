import { config } from '@/config';
import { viewerMay } from '@/features/viewer/load-viewer';
import {
  MemberAdjustmentsDocument,
  MemberLotsDocument,
  MemberMessagesDocument,
  MemberPurchasesDocument,
  MemberStatementDocument,
  type MemberAdjustmentsQuery,
  type MemberLotsQuery,
  type MemberMessagesQuery,
  type MemberPurchasesQuery,
  type MemberStatementQuery,
} from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import type { Loaded } from '@/graphql/loaded';
import { currentTab, historyVariables, type HistoryTab, type HistoryVariables } from './history-variables';

/** The list under the current tab; the others are asked for when they are opened. */
export interface LoadedHistory {
  purchases?: Loaded<MemberPurchasesQuery, HistoryVariables>;
  statement?: Loaded<MemberStatementQuery, HistoryVariables>;
  lots?: Loaded<MemberLotsQuery, HistoryVariables>;
  adjustments?: Loaded<MemberAdjustmentsQuery, HistoryVariables>;
  messages?: Loaded<MemberMessagesQuery, HistoryVariables>;
}

/** The list that the address asks for. */
export async function loadHistory(memberId: string, params: URLSearchParams): Promise<LoadedHistory> {
  const tab = currentTab(params, await allowedTabs());
  if (tab === undefined || tab === 'behaviour' || tab === 'timeline') return {};
  const variables = historyVariables(params, tab, { memberId, timeZone: config().timeZone });
  if (tab === 'purchases') return { purchases: await load(MemberPurchasesDocument, variables) };
  if (tab === 'statement') return { statement: await load(MemberStatementDocument, variables) };
  if (tab === 'lots') return { lots: await load(MemberLotsDocument, variables) };
  if (tab === 'adjustments') return { adjustments: await load(MemberAdjustmentsDocument, variables) };
  return { messages: await load(MemberMessagesDocument, variables) };
}

async function allowedTabs(): Promise<HistoryTab[]> {
  const [purchases, statement, messages] = await Promise.all([
    viewerMay('receipts.read'),
    viewerMay('ledger.read'),
    viewerMay('messages.read'),
  ]);
  return [
    ...(purchases ? ['purchases' as const] : []),
    ...['behaviour' as const, 'timeline' as const],
    ...(statement ? ['statement' as const, 'lots' as const, 'adjustments' as const] : []),
    ...(messages ? ['messages' as const] : []),
  ];
}
