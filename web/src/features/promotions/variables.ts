import type { PromotionsQueryVariables } from '@/graphql/generated/graphql';
import { textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

/** The filters of the promotions list, as they stand in its address. */
export const promotionFilters = ['q', 'status'] as const;

export function promotionsVariables(params: URLSearchParams, language: string): PromotionsQueryVariables {
  return {
    search: textParam(params, 'q'),
    status: textParam(params, 'status'),
    language,
    first: pageSize,
    after: keysetPlace(params).after,
  };
}
