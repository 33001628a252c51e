import { addDays, startOfDay } from '@/fmt/dates';
import type { MembersQueryVariables } from '@/graphql/generated/graphql';
import { dateParam, textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

/** The filters of the members list, as they stand in its address. */
export const memberFilters = ['q', 'status', 'city', 'store', 'from', 'to'] as const;

export function membersVariables(params: URLSearchParams, timeZone: string): MembersQueryVariables {
  const [from, to] = [dateParam(params, 'from'), dateParam(params, 'to')];
  return {
    search: textParam(params, 'q'),
    filter: {
      status: textParam(params, 'status'),
      city: textParam(params, 'city'),
      homeStoreId: textParam(params, 'store'),
      registeredFrom: from === undefined ? undefined : startOfDay(timeZone, from),
      registeredTo: to === undefined ? undefined : startOfDay(timeZone, addDays(to, 1)),
    },
    first: pageSize,
    after: keysetPlace(params).after,
  };
}
