import type { LimitsQueryVariables } from '@/graphql/generated/graphql';
import { textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

export const limitKinds = [
  'COUPON',
  'COUPONS_PER_MEMBER',
  'MONEY_BUDGET',
  'POINTS_BUDGET',
  'USES_BUDGET',
  'USES_PER_MEMBER',
  'USES_PER_MEMBER_DAY',
  'USES_PER_STORE_DAY',
  'USES_PER_CARD',
  'MONEY_PER_DAY',
  'POINTS_PER_DAY',
  'USES_PER_DAY',
  'MONEY_PER_HOUR',
  'POINTS_PER_HOUR',
  'USES_PER_HOUR',
] as const;

/** The filters of the list of limits, as they stand in its address. */
export const limitFilters = ['q', 'kind', 'promotion', 'state', 'ended'] as const;

export function limitsVariables(params: URLSearchParams): LimitsQueryVariables {
  const kind = limitKinds.find((one) => one === textParam(params, 'kind'));
  const state = textParam(params, 'state');
  return {
    filter: {
      search: textParam(params, 'q'),
      kinds: kind && [kind],
      promotionId: textParam(params, 'promotion'),
      exhausted: state === 'exhausted' ? true : state === 'open' ? false : undefined,
      ended: textParam(params, 'ended') === 'yes',
    },
    first: pageSize,
    after: keysetPlace(params).after,
  };
}
