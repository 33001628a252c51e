import type { LimitState } from '@adal/events';
import { startPromotions, type Promotions } from '../../../test/harness';
import { forgetLimitStates } from './forget-limit-states';
import { onLimitExhausted } from './on-limit-exhausted';
import { onLimitFreed } from './on-limit-freed';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
});
afterAll(() => promotions.stop());

const state = (key: string, periodEndsAt: string | null = null): LimitState => ({
  ...{ key, kind: 'USES_BUDGET', promotionId: null, subject: null, max: 1 },
  periodEndsAt,
});

it('forgets days that are over, limits freed long ago and those nobody asked for in a year, and nothing else', async () => {
  const told = (asOf: string, ...limits: LimitState[]) => ({ asOf: `${asOf}T10:00:00Z`, limits });
  await promotions.deliver(
    onLimitExhausted,
    told('2026-11-19', state('day over', '2026-11-20T00:00:00Z'), state('day of today', '2026-11-23T00:00:00Z')),
    told('2025-10-01', state('used up last year')),
    told('2026-01-01', state('used up')),
  );
  await promotions.deliver(
    onLimitFreed,
    told('2026-10-01', state('free for long')),
    told('2026-11-20', state('just freed')),
  );
  await forgetLimitStates.run(promotions.context({ now: new Date('2026-11-22T10:00:00Z') }));
  const left: { key: string }[] = await promotions.db.query('select key from limit_state order by key');
  expect(left.map(({ key }) => key)).toEqual(['day of today', 'just freed', 'used up']);
});
