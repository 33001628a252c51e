import type { Schedule } from '@adal/engine';
import type { PromotionLimits } from './limits-column';

const DAY_MS = 86_400_000;

/**
 * The limits with each budget that is spent evenly turned into a cap per day: its equal part of the days of the schedule, rounded
 * up, so that the parts together are never less than the budget. The budget itself stays. The stricter of two caps holds.
 */
export function paceLimits(limits: PromotionLimits, schedule: Schedule): PromotionLimits {
  const days = daysOf(schedule);
  if (!limits.evenly || days === 0) return limits;
  const parts = BigInt(days);
  const part = (budget: bigint): bigint => (budget + parts - 1n) / parts;
  return {
    ...limits,
    moneyPerDay: least(limits.moneyPerDay, limits.moneyBudget && part(limits.moneyBudget)),
    pointsPerDay: least(limits.pointsPerDay, limits.pointsBudget && part(limits.pointsBudget)),
    usesPerDay: least(limits.usesPerDay, limits.usesBudget && Math.ceil(limits.usesBudget / days)),
  };
}

function least<Amount extends bigint | number>(one: Amount | null, other: Amount | null): Amount | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** Days on which it runs, counted in spans of 24 hours from its start; zero when it has no start or no end. */
function daysOf({ from, until, weekdays }: Schedule): number {
  if (from === null || until === null) return 0;
  const days = Math.ceil((until - from) / DAY_MS);
  if (weekdays.length === 0) return days;
  const rest = Array.from({ length: days % 7 }, (_, day) => weekdayAt(from + day * DAY_MS));
  const whole = Math.floor(days / 7) * weekdays.length;
  return Math.max(1, whole + rest.filter((day) => weekdays.includes(day)).length);
}

/** ISO, in UTC: which days fall into the last, broken week may be off by one where a store's midnight is elsewhere. */
const weekdayAt = (at: number): number => new Date(at).getUTCDay() || 7;
