import { addDays, startOfDay } from '@/fmt/dates';
import type { TrialBalanceQueryVariables } from '@/graphql/generated/graphql';
import { dateParam } from '@/ui/params';

/** As of the end of the chosen day; now when none is chosen. */
export function trialBalanceVariables(params: URLSearchParams, timeZone: string): TrialBalanceQueryVariables {
  const day = dateParam(params, 'day');
  return { asOf: day === undefined ? undefined : startOfDay(timeZone, addDays(day, 1)) };
}
