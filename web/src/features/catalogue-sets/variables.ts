import type { ProductSetsQueryVariables } from '@/graphql/generated/graphql';
import { textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

export const setFilters = ['q'] as const;

export const setsVariables = (params: URLSearchParams, language: string): ProductSetsQueryVariables => ({
  search: textParam(params, 'q'),
  language,
  first: pageSize,
  after: keysetPlace(params).after,
});
