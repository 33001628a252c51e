import { decideRefresh, mustWait, remembered } from './sign-in.rules';

const now = new Date('2026-11-22T06:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

it.each([
  ['email', 4, 0, false],
  ['email', 5, 0.5, true],
  ['email', 5, 1, false],
  ['email', 8, 7.9, true],
  ['email', 8, 8, false],
  ['email', 1_000, 59, true],
  ['email', 1_000, 60, false],
  ['address', 29, 0, false],
  ['address', 30, 0.5, true],
] as const)('after failures of %s ×%d, %d s ago, waiting is %s', (kind, failures, seconds, waits) => {
  expect(mustWait({ kind, failures, failedAt: ago(seconds) }, now)).toBe(waits);
});

it('forgets failures after an hour', () => {
  expect(remembered({ kind: 'email', failures: 7, failedAt: ago(3_601) }, now)).toBe(0);
  expect(remembered({ kind: 'email', failures: 7, failedAt: ago(3_599) }, now)).toBe(7);
});

const alive = { expiresAt: new Date('2026-12-01'), endedAt: null, active: true };

it.each([
  ['a token for the first time', null, {}, 'REFRESH'],
  ['a token used a moment ago', ago(10), {}, 'REFRESH'],
  ['a token used long ago', ago(11), {}, 'STOLEN'],
  ['a session that ended', null, { endedAt: ago(1) }, 'ENDED'],
  ['a session not used for a week', null, { expiresAt: now }, 'ENDED'],
  ['somebody deactivated', null, { active: false }, 'ENDED'],
] as const)('takes %s', (_name, usedAt, more, decision) => {
  expect(decideRefresh({ usedAt }, { ...alive, ...more }, now)).toBe(decision);
});
