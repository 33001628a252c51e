import type { MemberListQueryVariables, MemberListsQueryVariables } from '@/graphql/generated/graphql';
import { textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

export const listFilters = ['q'] as const;

export const listsVariables = (params: URLSearchParams): MemberListsQueryVariables => ({
  search: textParam(params, 'q'),
  first: pageSize,
  after: keysetPlace(params).after,
});

export const listVariables = (id: string, params: URLSearchParams): MemberListQueryVariables => ({
  id,
  first: pageSize,
  after: keysetPlace(params).after,
});
