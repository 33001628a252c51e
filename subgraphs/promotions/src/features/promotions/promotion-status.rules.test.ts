import { decideStatus, statusByClock } from './promotion-status.rules';
import type { PromotionStatus } from './promotion.rules';

const NOW = new Date('2026-11-22T10:00:00Z');
const PAST = new Date('2026-11-01T00:00:00Z');
const FUTURE = new Date('2026-12-01T00:00:00Z');

const decide = (status: PromotionStatus, wanted: string, startsAt: Date | null = null, endsAt: Date | null = null) => {
  const decided = decideStatus({ status, startsAt, endsAt }, wanted, NOW);
  return typeof decided === 'string' ? decided : decided.problems.map(({ field }) => field);
};

it.each<[PromotionStatus, string, Date | null, string | string[]]>([
  ['DRAFT', 'SCHEDULED', FUTURE, 'SCHEDULED'],
  ['DRAFT', 'SCHEDULED', null, 'RUNNING'],
  ['DRAFT', 'RUNNING', FUTURE, 'SCHEDULED'],
  ['DRAFT', 'RUNNING', PAST, 'RUNNING'],
  ['DRAFT', 'PAUSED', null, ['status']],
  ['DRAFT', 'ENDED', null, 'ENDED'],
  ['RUNNING', 'PAUSED', null, 'PAUSED'],
  ['SCHEDULED', 'PAUSED', FUTURE, 'PAUSED'],
  ['PAUSED', 'RUNNING', null, 'RUNNING'],
  ['PAUSED', 'PAUSED', null, 'PAUSED'],
  ['ENDED', 'ENDED', null, 'ENDED'],
  ['ENDED', 'RUNNING', null, ['status']],
  ['ENDED', 'PAUSED', null, ['status']],
  ['RUNNING', 'DRAFT', null, ['status']],
])('from %s, asked for %s with the start %p: %p', (status, wanted, startsAt, expected) =>
  expect(decide(status, wanted, startsAt)).toEqual(expected),
);

it('does not publish what is over', () =>
  expect(decide('DRAFT', 'RUNNING', null, NOW)).toEqual(['definition.schedule.until']));

it.each<[PromotionStatus, Date | null, Date | null, PromotionStatus]>([
  ['SCHEDULED', FUTURE, null, 'SCHEDULED'],
  ['SCHEDULED', NOW, null, 'RUNNING'],
  ['RUNNING', FUTURE, null, 'SCHEDULED'],
  ['RUNNING', PAST, NOW, 'ENDED'],
  ['PAUSED', PAST, null, 'PAUSED'],
  ['PAUSED', PAST, PAST, 'ENDED'],
  ['DRAFT', PAST, PAST, 'DRAFT'],
  ['ENDED', PAST, FUTURE, 'ENDED'],
])('by the clock, %s from %p to %p is %s', (status, startsAt, endsAt, expected) =>
  expect(statusByClock({ status, startsAt, endsAt }, NOW)).toBe(expected),
);
