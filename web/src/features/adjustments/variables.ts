import { addDays, startOfDay } from '@/fmt/dates';
import type { AdjustmentReason, AdjustmentsQueryVariables, AdjustmentStatus } from '@/graphql/generated/graphql';
import { dateParam, textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

export const reasons = [
  'GOODWILL_SERVICE',
  'GOODWILL_COMPLAINT',
  'CORRECTION_TILL_ERROR',
  'CORRECTION_DOUBLE',
  'MIGRATION',
  'OTHER',
] as const satisfies AdjustmentReason[];

export const statuses = [
  'PROPOSED',
  'BOOKED',
  'REJECTED',
  'WITHDRAWN',
  'LAPSED',
  'UNDONE',
] as const satisfies AdjustmentStatus[];

/** The filters of the list of adjustments, as they stand in its address. */
export const adjustmentFilters = ['status', 'reason', 'from', 'to'] as const;

/** The queue of what waits is the page as it opens; everything else is a step away. */
export function viewOf(params: URLSearchParams): 'waiting' | 'all' {
  return params.get('view') === 'all' ? 'all' : 'waiting';
}

export function adjustmentsVariables(params: URLSearchParams, timeZone: string): AdjustmentsQueryVariables {
  const waiting = viewOf(params) === 'waiting';
  const status = statuses.find((one) => one === textParam(params, 'status'));
  const reason = reasons.find((one) => one === textParam(params, 'reason'));
  const [from, to] = [dateParam(params, 'from'), dateParam(params, 'to')];
  return {
    filter: {
      statuses: waiting ? ['PROPOSED'] : status && [status],
      reasons: reason && [reason],
      from: from && startOfDay(timeZone, from),
      to: to && startOfDay(timeZone, addDays(to, 1)),
    },
    order: waiting ? 'OLDEST_FIRST' : 'NEWEST_FIRST',
    first: pageSize,
    after: keysetPlace(params).after,
  };
}
