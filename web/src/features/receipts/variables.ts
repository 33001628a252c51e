import { addDays, instantAt, startOfDay, type LocalDate } from '@/fmt/dates';
import { typedDecimal } from '@/fmt/typed-decimal';
import type { PurchaseFilter, ReceiptsQueryVariables } from '@/graphql/generated/graphql';
import { dateParam, textParam, timeParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';
import { kindOf } from './search-key';

/** Filters that are looked for less often and open on demand. */
export const moreFilters = ['till', 'fromTime', 'toTime', 'min', 'max', 'kind'] as const;

/** The filters of the receipts list, as they stand in its address. */
export const receiptFilters = ['q', 'as', 'member', 'store', 'from', 'to', 'who', ...moreFilters] as const;

export function receiptsVariables(params: URLSearchParams, timeZone: string): ReceiptsQueryVariables {
  return { filter: filterOf(params, timeZone), first: pageSize, after: keysetPlace(params).after };
}

function filterOf(params: URLSearchParams, timeZone: string): PurchaseFilter {
  const store = textParam(params, 'store');
  const who = textParam(params, 'who');
  return {
    ...soughtFor(params),
    ...between(params, timeZone),
    memberId: textParam(params, 'member'),
    storeIds: store === undefined ? undefined : [store],
    tillId: store === undefined ? undefined : textParam(params, 'till'),
    payableMin: amountParam(params, 'min'),
    payableMax: amountParam(params, 'max'),
    identified: who === 'member' ? true : who === 'anonymous' ? false : undefined,
    kind: textParam(params, 'kind'),
  };
}

function soughtFor(params: URLSearchParams): PurchaseFilter {
  const text = textParam(params, 'q');
  if (text === undefined) return {};
  const kind = kindOf(text, textParam(params, 'as'));
  if (kind === 'phone') return { phone: text };
  return kind === 'card' ? { cardNumber: text.replace(/\s/g, '') } : { number: text };
}

// Times of day narrow the first and the last of the chosen days; without a day they say nothing.
function between(params: URLSearchParams, timeZone: string): PurchaseFilter {
  const [from, to] = [dateParam(params, 'from'), dateParam(params, 'to')];
  const [fromTime, toTime] = [timeParam(params, 'fromTime'), timeParam(params, 'toTime')];
  const begin = (day: LocalDate) =>
    fromTime === undefined ? startOfDay(timeZone, day) : instantAt(timeZone, day, fromTime);
  const end = (day: LocalDate) =>
    toTime === undefined ? startOfDay(timeZone, addDays(day, 1)) : instantAt(timeZone, day, toTime);
  return { from: from && begin(from), to: to && end(to) };
}

// What is no amount is no filter.
function amountParam(params: URLSearchParams, key: string): string | undefined {
  const value = typedDecimal(textParam(params, key) ?? '');
  return /^\d+(\.\d{1,2})?$/.test(value) ? value : undefined;
}
