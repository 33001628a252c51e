import type { CouponPoolsQueryVariables } from '@/graphql/generated/graphql';
import { textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

export const poolKinds = ['UNIQUE', 'PUBLIC', 'PERSONAL', 'IMPORTED', 'PRINTED'] as const;
export const poolFilters = ['q', 'status'] as const;

export const poolsVariables = (params: URLSearchParams): CouponPoolsQueryVariables => ({
  search: textParam(params, 'q'),
  status: textParam(params, 'status'),
  first: pageSize,
  after: keysetPlace(params).after,
});

export const incidentsVariables = { first: 100 };
