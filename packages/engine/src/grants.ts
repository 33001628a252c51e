import type { Compiled } from './compile';
import type { Pricing } from './price-basket';
import type { PointsGrant, PricedBasket } from './quote-result';

const MS_PER_DAY = 86_400_000;

/** The programme's own dates. */
export function pointDates(
  { programme }: Compiled,
  at: number,
): Pick<PricedBasket, 'pointsActivateAt' | 'pointsExpireAt'> {
  const { activateAt, expireAt } = datesOf(at, programme.activationDelayDays, programme.lifetimeDays);
  return { pointsActivateAt: activateAt, pointsExpireAt: expireAt };
}

/** Points by their dates: the programme's own first, then the earlier ones. */
export function grantsOf({ programme }: Compiled, { facts, points }: Pricing): PointsGrant[] {
  const grants = new Map<string, PointsGrant>();
  for (const { pointsMinor, activationDays, lifetimeDays } of points) {
    if (pointsMinor === 0n) continue;
    const dates = datesOf(
      facts.basket.at,
      activationDays ?? programme.activationDelayDays,
      lifetimeDays ?? programme.lifetimeDays,
    );
    const key = `${dates.activateAt}/${dates.expireAt ?? ''}`;
    const grant = grants.get(key);
    if (grant === undefined) grants.set(key, { pointsMinor, ...dates });
    else grant.pointsMinor += pointsMinor;
  }
  const own = datesOf(facts.basket.at, programme.activationDelayDays, programme.lifetimeDays);
  const isOwn = (grant: PointsGrant): boolean => grant.activateAt === own.activateAt && grant.expireAt === own.expireAt;
  return [...grants.values()].sort(
    (left, right) =>
      Number(isOwn(right)) - Number(isOwn(left)) ||
      left.activateAt - right.activateAt ||
      (left.expireAt ?? Infinity) - (right.expireAt ?? Infinity),
  );
}

function datesOf(at: number, activationDays: number, lifetimeDays: number | null): Omit<PointsGrant, 'pointsMinor'> {
  const activateAt = at + activationDays * MS_PER_DAY;
  return { activateAt, expireAt: lifetimeDays === null ? null : activateAt + lifetimeDays * MS_PER_DAY };
}
