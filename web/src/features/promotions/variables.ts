import type { PromotionsQueryVariables } from '@/graphql/generated/graphql';
import { textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

/** The filters of the promotions list, as they stand in its address. */
export const promotionFilters = ['q', 'status', 'family', 'archived'] as const;
export const promotionSorts = ['CHANGED', 'STARTS', 'ENDS', 'NAME'] as const;

export function promotionsVariables(params: URLSearchParams, language: string): PromotionsQueryVariables {
  return {
    search: textParam(params, 'q'),
    status: textParam(params, 'status'),
    family: textParam(params, 'family'),
    archived: params.has('archived'),
    sort: promotionSorts.find((sort) => sort === params.get('sort')) ?? 'CHANGED',
    language,
    first: pageSize,
    after: keysetPlace(params).after,
  };
}
