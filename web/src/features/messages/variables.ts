import { addDays, startOfDay } from '@/fmt/dates';
import type { MessagesQueryVariables } from '@/graphql/generated/graphql';
import { dateParam, textParam } from '@/ui/params';
import { keysetPlace, pageSize } from '@/ui/table/place';

/** The filters of the messages list, as they stand in its address. */
export const messageFilters = ['status', 'template', 'member', 'from', 'to'] as const;

export function messagesVariables(params: URLSearchParams, timeZone: string): MessagesQueryVariables {
  const [from, to] = [dateParam(params, 'from'), dateParam(params, 'to')];
  return {
    filter: {
      status: textParam(params, 'status'),
      template: textParam(params, 'template'),
      memberId: textParam(params, 'member'),
      from: from === undefined ? undefined : startOfDay(timeZone, from),
      to: to === undefined ? undefined : startOfDay(timeZone, addDays(to, 1)),
    },
    first: pageSize,
    after: keysetPlace(params).after,
  };
}
