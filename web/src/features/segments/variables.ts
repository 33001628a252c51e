import type { SegmentKind, SegmentsQueryVariables } from '@/graphql/generated/graphql';
import { textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

/** The filters of the list of segments, as they stand in its address. */
export const segmentFilters = ['q', 'folder', 'kind'] as const;

export const segmentKinds: readonly SegmentKind[] = ['SEGMENT', 'GROUP'];

export function segmentsVariables(params: URLSearchParams): SegmentsQueryVariables {
  return {
    filter: {
      search: textParam(params, 'q'),
      folder: textParam(params, 'folder'),
      kind: segmentKinds.find((kind) => kind === params.get('kind')),
    },
    first: pageSize,
    after: keysetPlace(params).after,
  };
}
