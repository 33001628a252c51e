import { addDays, startOfDay } from '@/fmt/dates';
import { typedDecimal } from '@/fmt/typed-decimal';
import type { PurchaseFilter, ReceiptsQueryVariables } from '@/graphql/generated/graphql';
import { dateParam, textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

/** The filters of the receipts list, as they stand in its address. */
export const receiptFilters = ['number', 'card', 'member', 'store', 'from', 'to', 'min', 'max', 'who', 'kind'] as const;

export function receiptsVariables(params: URLSearchParams, timeZone: string): ReceiptsQueryVariables {
  return { filter: filterOf(params, timeZone), first: pageSize, after: keysetPlace(params).after };
}

function filterOf(params: URLSearchParams, timeZone: string): PurchaseFilter {
  const [from, to] = [dateParam(params, 'from'), dateParam(params, 'to')];
  const store = textParam(params, 'store');
  const who = textParam(params, 'who');
  return {
    number: textParam(params, 'number'),
    cardNumber: textParam(params, 'card'),
    memberId: textParam(params, 'member'),
    storeIds: store === undefined ? undefined : [store],
    from: from === undefined ? undefined : startOfDay(timeZone, from),
    to: to === undefined ? undefined : startOfDay(timeZone, addDays(to, 1)),
    payableMin: amountParam(params, 'min'),
    payableMax: amountParam(params, 'max'),
    identified: who === 'member' ? true : who === 'anonymous' ? false : undefined,
    kind: textParam(params, 'kind'),
  };
}

// What is no amount is no filter.
function amountParam(params: URLSearchParams, key: string): string | undefined {
  const value = typedDecimal(textParam(params, key) ?? '');
  return /^\d+(\.\d{1,2})?$/.test(value) ? value : undefined;
}
