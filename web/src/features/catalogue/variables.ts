import type { CatalogueQueryVariables } from '@/graphql/generated/graphql';
import { textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

/** The filters of the catalogue, as they stand in its address. */
export const catalogueFilters = [
  ...['q', 'category', 'brand', 'season', 'status', 'set', 'substitutes', 'attribute', 'value'],
] as const;

export function catalogueVariables(params: URLSearchParams): CatalogueQueryVariables {
  const status = textParam(params, 'status');
  const key = textParam(params, 'attribute');
  const value = valueParam(params);
  return {
    search: textParam(params, 'q'),
    category: textParam(params, 'category'),
    brand: textParam(params, 'brand'),
    season: textParam(params, 'season'),
    status: status === 'ACTIVE' || status === 'DISCONTINUED' ? status : undefined,
    set: textParam(params, 'set'),
    substitutesGroup: textParam(params, 'substitutes'),
    attributes: key !== undefined && value !== undefined ? [{ key, values: [value] }] : undefined,
    first: pageSize,
    after: keysetPlace(params).after,
  };
}

/** The attribute's value, written as JSON so that 38 and "38" stay apart; what cannot be read counts as absent. */
function valueParam(params: URLSearchParams): unknown {
  try {
    return JSON.parse(params.get('value') ?? '') as unknown;
  } catch {
    return undefined;
  }
}
