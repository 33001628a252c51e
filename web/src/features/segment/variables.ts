import type { SegmentQueryVariables } from '@/graphql/generated/graphql';
import { keysetPlace, pageSize } from '@/ui/table/place';

export function segmentVariables(id: string, params: URLSearchParams): SegmentQueryVariables {
  return { id, first: pageSize, after: keysetPlace(params).after };
}
