import { demoChain, DEMO_TIME_ZONE } from './write-files';
import { makeHistory } from './history';
import { seeded } from './random';

const now = new Date('2026-11-22T09:00:00Z');
const history = (seed: number) => {
  const chain = demoChain(seed, 1_000, now);
  return [...makeHistory(seeded(seed), { ...chain, opening: new Map(), now, timeZone: DEMO_TIME_ZONE })];
};

it('makes the same year from the same seed, and another from another', () => {
  expect(history(7)).toEqual(history(7));
  expect(history(8)).not.toEqual(history(7));
});

it('ends today, in order of time, and never spends points a member does not have', () => {
  const lines = history(7).flat();
  const times = lines.map((line) => new Date(line.occurredAt).getTime());
  expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime() + 60_000);
  expect(now.getTime() - Math.max(...times)).toBeLessThan(3 * 3_600_000);
  const balances = new Map<string, number>();
  for (const receipt of history(7)) {
    const member = receipt[0]?.memberId ?? '';
    const spent = receipt.reduce((sum, line) => sum + line.pointsSpent, 0);
    expect(spent).toBeLessThanOrEqual(balances.get(member) ?? 0);
    balances.set(
      member,
      (balances.get(member) ?? 0) - spent + receipt.reduce((sum, line) => sum + line.pointsEarned, 0),
    );
  }
});

it('sells more on Saturdays than on Mondays', () => {
  const count = (weekday: number): number =>
    history(7).filter((receipt) => new Date(receipt[0]?.occurredAt ?? '').getUTCDay() === weekday).length;
  expect(count(6)).toBeGreaterThan(count(1) * 1.3);
});
