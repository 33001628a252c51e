import type { AdjustPointsInput } from '../../generated/graphql';
import { adjustmentFault, adjustmentHash, decideAmount } from './adjustment.rules';

const input: AdjustPointsInput = {
  adjustmentId: 'a1',
  member: { id: 'm' },
  amount: 10_000n,
  reason: 'GOODWILL_SERVICE',
};
const limits = { perAdjustmentMinor: 1_000n, perDayMinor: 2_500n, approvalAboveMinor: 400n };

it('finds nothing wrong with goodwill, a correction, or another reason that is explained', () => {
  expect(adjustmentFault(input)).toBeNull();
  expect(adjustmentFault({ ...input, reason: 'CORRECTION_DOUBLE', amount: -1n })).toBeNull();
  expect(adjustmentFault({ ...input, reason: 'OTHER', note: 'Сыйлық 🎁\nекінші жол' })).toBeNull();
});

it.each<[string, Partial<AdjustPointsInput>]>([
  ['amount', { amount: 0n }],
  ['amount', { amount: -1n }],
  ['amount', { amount: -1n, reason: 'CORRECTION_DOUBLE', lifetimeDays: 5 }],
  ['note', { reason: 'OTHER', note: '  ' }],
  ['note', { note: 'x'.repeat(501) }],
  ['note', { note: 'a\u0000b' }],
  ['note', { note: 'half of an emoji \ud83c' }],
  ['activationDays', { activationDays: -1 }],
  ['lifetimeDays', { lifetimeDays: 0 }],
  ['lifetimeDays', { lifetimeDays: 2_147_483_647 }],
])('names the field %s that is wrong: %j', (field, change) => {
  expect(adjustmentFault({ ...input, ...change })).toMatchObject({ __typename: 'AdjustmentInvalid', field });
});

it('lets staff book up to the threshold, propose above it, and do no more than the limits say', () => {
  expect(decideAmount(400n, 0n, limits)).toBe('BOOK');
  expect(decideAmount(-401n, 0n, limits)).toBe('PROPOSE');
  expect(decideAmount(-1_001n, 0n, limits)).toMatchObject({ limit: 'PER_ADJUSTMENT', max: 1_000n, left: 1_000n });
  expect(decideAmount(300n, 2_200n, limits)).toBe('BOOK');
  expect(decideAmount(301n, 2_200n, limits)).toMatchObject({ limit: 'PER_DAY', max: 2_500n, left: 300n });
  expect(decideAmount(1n, 9_000n, limits)).toMatchObject({ limit: 'PER_DAY', left: 0n });
});

it('takes a request for the same only when everything in it is', () => {
  const hash = (change: Partial<AdjustPointsInput>, author = 's1'): string =>
    adjustmentHash({ ...input, ...change }, author).toString('hex');
  expect(hash({ note: null })).toBe(hash({}));
  const others = [
    hash({}),
    hash({ amount: 1n }),
    hash({ note: 'x' }),
    hash({ member: { id: 'n' } }),
    hash({ member: { cardNumber: 'm' } }),
    hash({ reason: 'MIGRATION' }),
    hash({ lifetimeDays: 3 }),
    hash({ activationDays: 3 }),
    hash({ legalEntity: 'S' }),
    hash({}, 's2'),
  ];
  expect(new Set(others).size).toBe(others.length);
});
