import { addDays, startOfDay } from '@/fmt/dates';
import type { BookEntriesQueryVariables, LedgerAccount } from '@/graphql/generated/graphql';
import { dateParam, textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

export const accounts = [
  'AVAILABLE',
  'PENDING',
  'HELD',
  'ISSUED',
  'REDEEMED',
  'EXPIRED',
  'ADJUSTED',
  'MIGRATED',
  'OWED',
] as const satisfies LedgerAccount[];

/** The filters of an account's entries, as they stand in the address; the account is always there. */
export const entryFilters = ['entity', 'from', 'to'] as const;

/** The account of the address; what was issued when it names none. */
export function accountOf(params: URLSearchParams): LedgerAccount {
  return accounts.find((one) => one === textParam(params, 'account')) ?? 'ISSUED';
}

/** An account as the trial balance and postings write it: `member/available`, `issued`. */
export function writtenAccount(account: LedgerAccount): string {
  const isWallet = account === 'AVAILABLE' || account === 'PENDING' || account === 'HELD';
  return `${isWallet ? 'member/' : ''}${account.toLowerCase()}`;
}

/** Where the entries of a row of the trial balance are, up to the end of a day. */
export function entriesHref(row: { account: string; legalEntity: string | null }, day: string | undefined): string {
  const params = new URLSearchParams({ account: row.account.replace('member/', '').toUpperCase() });
  if (row.legalEntity !== null) params.set('entity', row.legalEntity);
  if (day !== undefined) params.set('to', day);
  return `/books/entries?${params}`;
}

export function entriesVariables(params: URLSearchParams, timeZone: string): BookEntriesQueryVariables {
  const [from, to] = [dateParam(params, 'from'), dateParam(params, 'to')];
  return {
    account: accountOf(params),
    legalEntity: textParam(params, 'entity'),
    from: from && startOfDay(timeZone, from),
    to: to && startOfDay(timeZone, addDays(to, 1)),
    first: pageSize,
    after: keysetPlace(params).after,
  };
}
