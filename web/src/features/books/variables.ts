import { addDays, startOfDay, type LocalDate } from '@/fmt/dates';
import type {
  BreakageQueryVariables,
  LiabilityAxis,
  LiabilityQueryVariables,
  LiabilitySeriesQueryVariables,
  TrialBalanceQueryVariables,
} from '@/graphql/generated/graphql';
import { dateParam, textParam } from '@/ui/params';
import { grainOf, periodOf } from '@/ui/period/period';

/** As of the end of the chosen day; now when none is chosen. */
export function trialBalanceVariables(params: URLSearchParams, timeZone: string): TrialBalanceQueryVariables {
  const day = dateParam(params, 'day');
  return { asOf: day === undefined ? undefined : startOfDay(timeZone, addDays(day, 1)) };
}

/** Which time of an entry counts: that of the event unless the address says that of its booking. */
export function axisOf(params: URLSearchParams): LiabilityAxis {
  return params.get('axis') === 'BOOKED' ? 'BOOKED' : 'OCCURRED';
}

export function liabilityVariables(params: URLSearchParams, timeZone: string): LiabilityQueryVariables {
  return { ...trialBalanceVariables(params, timeZone), axis: axisOf(params) };
}

export function liabilitySeriesVariables(params: URLSearchParams, today: LocalDate): LiabilitySeriesQueryVariables {
  const { from, to } = periodOf(params, today);
  return { from, to, grain: grainOf({ from, to }), legalEntity: textParam(params, 'entity'), axis: axisOf(params) };
}

export function breakageVariables(params: URLSearchParams, timeZone: string): BreakageQueryVariables {
  return { ...trialBalanceVariables(params, timeZone), legalEntity: textParam(params, 'entity') };
}
