import { distinct, during, over, sum, timeOf, type Period } from './independent-tools';
import type { World } from './world';

export function ofPoints(world: World, period: Period): Record<string, number | null> {
  const { lots, activated } = world;
  const left = lots.filter(({ leftMinor }) => leftMinor > 0);
  const [start, end] = [period.from.getTime(), period.to.getTime()];
  const expiring = left.filter(({ expiresAt }) => expiresAt !== null && during(period, Date.parse(expiresAt)));
  const available = left.filter(
    ({ activatesAt, expiresAt }) =>
      Date.parse(activatesAt) < end && (expiresAt === null || Date.parse(expiresAt) >= end),
  );
  const points = (rows: readonly { leftMinor: number }[]): number => sum(rows, ({ leftMinor }) => leftMinor) / 100;
  return {
    'points.activated':
      sum(
        activated.filter((one) => during(period, timeOf(one))),
        ({ amountMinor }) => amountMinor,
      ) / 100,
    'points.pending': points(left.filter(({ activatesAt }) => Date.parse(activatesAt) >= end)),
    'points.available': points(available),
    'points.expiring': points(expiring),
    'points.members_expiring': distinct(expiring, ({ memberId }) => memberId),
    'points.activating': points(
      left.filter((one) => Date.parse(one.activatesAt) >= start && Date.parse(one.activatesAt) < end),
    ),
    ...ofIssues(world, period),
  };
}

interface Flow {
  readonly at: number;
  readonly id: string;
  readonly kind: string;
  readonly minor: number;
}

/** What became of issued points: a queue a member, in which the oldest leave first. */
function ofIssues(world: World, period: Period): Record<string, number | null> {
  const accounts = new Map<string, Flow[]>();
  const book = (memberId: string, flow: Flow): void => {
    if (flow.minor === 0) return;
    accounts.set(memberId, [...(accounts.get(memberId) ?? []), flow]);
  };
  for (const receipt of world.receipts.filter(({ pointsBooked }) => pointsBooked)) {
    const sign = receipt.kind === 'SALE' ? 1 : -1;
    const [earned, spent] = sign === 1 ? ['EARNED', 'SPENT'] : ['EARNED_BACK', 'SPENT_BACK'];
    const flow = (kind: string, minor: number): Flow => ({
      at: timeOf(receipt),
      id: `${receipt.purchaseId}:${kind}`,
      kind,
      minor,
    });
    const owner = receipt.memberId ?? 'nobody';
    book(owner, flow(earned, receipt.pointsEarnedMinor));
    book(owner, flow(spent, -receipt.pointsSpentMinor));
  }
  const alone = [
    ...world.expired.map((movement) => ({ kind: 'EXPIRED', movement, sign: -1 })),
    ...world.deducted.map((movement) => ({ kind: 'ADJUSTMENT', movement, sign: -1 })),
    ...world.granted.map(({ reason, movement }) => ({ kind: reason, movement, sign: 1 })),
  ];
  for (const { kind, movement, sign } of alone)
    book(movement.memberId, {
      at: timeOf(movement),
      id: movement.entryId,
      kind,
      minor: sign * movement.amountMinor,
    });
  const fates = [...accounts.values()]
    .flatMap(fatesOf)
    .filter(({ of }) => during(period, of.at) && ['EARNED', 'GRANT'].includes(of.kind));
  const issued = sum(fates, ({ minor }) => minor);
  const redeemed = sum(
    fates.filter(({ by }) => by === 'SPENT'),
    ({ minor }) => minor,
  );
  return {
    'points.issue_redeemed': redeemed / 100,
    'points.issue_redemption': over(redeemed, issued),
    'points.issue_expired':
      sum(
        fates.filter(({ by }) => by === 'EXPIRED'),
        ({ minor }) => minor,
      ) / 100,
    'points.issue_left':
      sum(
        fates.filter(({ by }) => by === null),
        ({ minor }) => minor,
      ) / 100,
  };
}

/** Takes what left from what came, oldest first, point by point. */
function fatesOf(flows: readonly Flow[]): { of: Flow; by: string | null; minor: number }[] {
  const inOrder = [...flows].sort((left, right) => left.at - right.at || (left.id < right.id ? -1 : 1));
  const takers = inOrder.filter(({ minor }) => minor < 0).map((flow) => ({ kind: flow.kind, minor: -flow.minor }));
  return inOrder
    .filter(({ minor }) => minor > 0)
    .flatMap((of) => {
      const fates: { of: Flow; by: string | null; minor: number }[] = [];
      let left = of.minor;
      while (left > 0) {
        const taker = takers[0];
        const minor = Math.min(left, taker?.minor ?? left);
        fates.push({ of, by: taker?.kind ?? null, minor });
        left -= minor;
        if (taker) taker.minor -= minor;
        if (taker?.minor === 0) takers.shift();
      }
      return fates;
    });
}
