import fc from 'fast-check';
import { decideStatus, statusByClock } from './promotion-status.rules';
import type { PromotionStatus } from './promotion.rules';

/** Every step of a life, by staff or by the clock. */
const STEPS: Record<PromotionStatus, readonly PromotionStatus[]> = {
  DRAFT: ['SCHEDULED', 'RUNNING', 'ENDED'],
  SCHEDULED: ['RUNNING', 'PAUSED', 'ENDED'],
  RUNNING: ['SCHEDULED', 'PAUSED', 'ENDED'],
  PAUSED: ['SCHEDULED', 'RUNNING', 'ENDED'],
  ENDED: [],
};

const hour = fc.integer({ min: 0, max: 20 }).map((hours) => new Date(Date.UTC(2026, 10, 22, hours)));
const act = fc.record({
  wanted: fc.constantFrom('SCHEDULED', 'RUNNING', 'PAUSED', 'ENDED', 'DRAFT', 'CLOCK'),
  hours: fc.integer({ min: 0, max: 3 }),
});

it('never skips a step, never comes back from the end, and runs only within its schedule', () => {
  fc.assert(
    fc.property(fc.option(hour), fc.option(hour), fc.array(act, { maxLength: 12 }), (startsAt, endsAt, acts) => {
      let status: PromotionStatus = 'DRAFT';
      let now = new Date(Date.UTC(2026, 10, 22));
      for (const { wanted, hours } of acts) {
        now = new Date(now.getTime() + hours * 3_600_000);
        const promotion: Parameters<typeof decideStatus>[0] = { status, startsAt, endsAt };
        const next: ReturnType<typeof decideStatus> =
          wanted === 'CLOCK' ? statusByClock(promotion, now) : decideStatus(promotion, wanted, now);
        if (typeof next !== 'string') continue;
        if (next !== status) expect(STEPS[status]).toContain(next);
        if (next === 'RUNNING') expect(startsAt === null || startsAt <= now).toBe(true);
        if (next === 'RUNNING') expect(endsAt === null || endsAt > now).toBe(true);
        if (next === 'SCHEDULED') expect(startsAt !== null && startsAt > now).toBe(true);
        status = next;
      }
    }),
    { numRuns: 1_000 },
  );
});
