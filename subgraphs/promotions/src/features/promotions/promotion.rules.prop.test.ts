import { compile } from '@adal/engine';
import { newId } from '@adal/service';
import fc from 'fast-check';
import { toEngineProgramme, type Programme } from '../programme';
import { toEnginePromotion } from './engine-promotion.rules';
import { isSameContent, MECHANICS, readPromotion, type SavePromotionCommand } from './promotion.rules';
import type { Promotion } from './promotion.entity';

/** Right values, and now and then a wrong one. */
const often = <T>(right: fc.Arbitrary<T>, ...wrong: T[]): fc.Arbitrary<T | null> =>
  fc.oneof(
    { weight: 10, arbitrary: right },
    { weight: 10, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  );
const hundredths = (max: bigint) => fc.bigInt({ min: 101n, max }).map((value) => value * 10n);
const texts = often(
  fc.array(fc.constantFrom('a', ' a', 'A > B', 'A>B'), { maxLength: 3 }),
  [''],
  [' > '],
  ['x'.repeat(301)],
);
const instant = (min: string, max: string) =>
  often(fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true }), new Date('2026-06-01'));
const age = (min: number, max: number) => often(fc.integer({ min, max }), -1, 121);

const commandArb: fc.Arbitrary<SavePromotionCommand> = fc.record({
  id: fc.constant(newId()),
  name: fc.constant('Autumn'),
  mechanic: fc.constantFrom(...MECHANICS),
  effect: fc.record({
    percentOff: often(hundredths(10_000n), 0n, 105_000n),
    pointsMultiplier: often(hundredths(10_000n), 1_000n),
    amountOff: often(fc.bigInt({ min: 1n, max: 1_000n }), -1n),
    basketAtLeast: often(fc.bigInt({ min: 500n, max: 2_000n }), 0n),
  }),
  scope: fc.record({ categories: texts, brands: texts, skus: texts }),
  conditions: fc.record({
    startsAt: instant('2026-01-01', '2026-06-30'),
    endsAt: instant('2026-06-01', '2026-12-31'),
    weekdays: often(fc.array(fc.integer({ min: 1, max: 7 })), [0]),
    timeFrom: often(fc.constantFrom('00:00', '09:30', ''), '24:00'),
    timeTo: often(fc.constantFrom('09:30', '23:59', ''), 'noon'),
    storeIds: texts,
    membersOnly: often(fc.boolean(), true),
    gender: often(fc.constantFrom('FEMALE', 'MALE'), 'OTHER'),
    ageFrom: age(0, 60),
    ageTo: age(40, 120),
    cities: texts,
    birthdayWithinDays: often(fc.integer({ min: 0, max: 60 }), 61),
  }),
  priority: often(fc.integer({ min: 0, max: 1_000 }), 1_001),
});

const programme = toEngineProgramme({
  earnBasisPoints: 500,
  payableBasisPoints: 3_000,
  roundingStepMinor: 1n,
  roundingMode: 'DOWN',
  activationDays: 14,
  lifetimeDays: 365,
} as Programme);

it('accepts only what the engine compiles, and recognises it when it comes again', () => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(commandArb, (command) => {
      const content = readPromotion(command);
      if ('__typename' in content) return void (seen.refused += 1);
      seen.accepted += 1;
      compile([toEnginePromotion({ ...content, id: command.id, version: 1 })], programme);
      expect(isSameContent({ ...content } as Promotion, content)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(100);
});
