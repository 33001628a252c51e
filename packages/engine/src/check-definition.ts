import { checkCondition } from './check-condition';
import { checkContradictions } from './check-contradictions';
import { checkEffects } from './check-effects';
import { checkGoods } from './check-goods';
import type { Condition } from './condition';
import type { Effect } from './effect';
import { Faults, type Fault } from './fault';
import type { Programme } from './programme';
import type { Caps, Definition, Holdout, Variant } from './promotion';
import { scheduleConditions } from './time-checks';

const PRIORITY_MAX = 1_000;
const VARIANTS_MAX = 10;
const WHOLE = 10_000n;

/** Everything that is wrong with a definition: values out of bounds, and what can never be met. Empty when it can run. */
export function checkDefinition(definition: Definition): Fault[] {
  const faults = new Faults();
  const { priority, stacking, schedule, condition, effects, caps, holdout, variants } = definition;
  faults.integer('priority', priority, 0, PRIORITY_MAX, 'The priority');
  if (stacking !== null)
    faults.check(stacking.group.trim() !== '', 'stacking.group', 'BLANK', 'The group has no name.');
  const parts: Condition[] = scheduleConditions(schedule);
  for (const part of parts) checkCondition(part, SCHEDULE_PATHS[part.kind] ?? 'schedule', faults);
  if (condition !== null) {
    checkCondition(condition, 'condition', faults);
    parts.push(condition);
  }
  if (faults.all.length === 0) checkContradictions(parts, condition === null ? 'schedule' : 'condition', faults);
  checkEffects(effects, 'effects', faults);
  checkCaps(caps, [...effects, ...variants.flatMap((variant) => variant.effects)], faults);
  if (holdout !== null) checkHoldout(holdout, faults);
  checkVariants(variants, faults);
  return faults.all;
}

const SCHEDULE_PATHS: Partial<Record<Condition['kind'], string>> = {
  PERIOD: 'schedule',
  WEEKDAYS: 'schedule.weekdays',
  HOURS: 'schedule.hours',
};

/** What is wrong with programme settings first; null when they can be compiled. */
export function checkProgramme(programme: Programme): Fault | null {
  const faults = new Faults();
  const { earnPercent, payPercent, rounding, activationDelayDays, lifetimeDays, holdout } = programme;
  const isShare = (share: bigint): boolean => share >= 0n && share <= WHOLE;
  const bounds = 'OUT_OF_BOUNDS';
  faults.check(isShare(earnPercent), 'earnPercent', bounds, 'The share earned must be from 0 to 100 %.');
  faults.check(isShare(payPercent), 'payPercent', bounds, 'The share payable by points must be from 0 to 100 %.');
  faults.check(rounding.unitMinor >= 1n, 'rounding', bounds, 'Points must be rounded to at least 0.01.');
  faults.integer('activationDelayDays', activationDelayDays, 0, DAYS_MAX, 'The activation delay in days');
  if (lifetimeDays !== null)
    faults.integer('lifetimeDays', lifetimeDays, 1, DAYS_MAX, 'The lifetime of points in days');
  if (programme.earnExcluded !== null) checkGoods(programme.earnExcluded, 'earnExcluded', faults);
  if (programme.payExcluded !== null) checkGoods(programme.payExcluded, 'payExcluded', faults);
  if (holdout !== null)
    faults.check(isShare(holdout.share), 'holdout', bounds, 'The control group must be from 0 to 100 %.');
  return faults.all[0] ?? null;
}

const DAYS_MAX = 36_500;

const REPEATING: readonly Effect['kind'][] = [
  'CHEAPEST_FREE',
  'N_FOR_M',
  'NTH_AT_PERCENT',
  'BUNDLE_PRICE',
  'SET_PERCENT',
];

function checkCaps(
  { line, basket, pointsPerBasket, usesPerBasket }: Caps,
  effects: readonly Effect[],
  faults: Faults,
): void {
  for (const [name, { amount, percent }] of Object.entries({ line, basket })) {
    faults.check(amount === null || amount > 0n, `caps.${name}.amount`, 'OUT_OF_BOUNDS', 'A cap must be above zero.');
    const isPercent = percent === null || (percent > 0n && percent <= WHOLE);
    faults.check(isPercent, `caps.${name}.percent`, 'OUT_OF_BOUNDS', 'A cap must be above 0 and at most 100 %.');
  }
  const isAbove = pointsPerBasket === null || pointsPerBasket > 0n;
  faults.check(isAbove, 'caps.pointsPerBasket', 'OUT_OF_BOUNDS', 'A cap must be above zero.');
  if (usesPerBasket === null) return;
  faults.integer('caps.usesPerBasket', usesPerBasket, 1, 1_000, 'Uses per basket');
  const repeats = effects.some(
    (effect) => REPEATING.includes(effect.kind) || ('every' in effect && effect.every !== null),
  );
  faults.check(
    repeats,
    'caps.usesPerBasket',
    'USELESS',
    'None of the effects repeats within a basket, so uses cannot be limited.',
  );
}

function checkHoldout({ share, salt }: Holdout, faults: Faults): void {
  faults.check(share >= 0n, 'holdout.share', 'OUT_OF_BOUNDS', 'The control group must not be negative.');
  faults.check(
    share < WHOLE,
    'holdout.share',
    'CONTRADICTION',
    'A control group of 100 % leaves nobody to give the promotion to.',
  );
  faults.check(salt === null || salt.trim() !== '', 'holdout.salt', 'BLANK', 'The salt of the control group is blank.');
}

function checkVariants(variants: readonly Variant[], faults: Faults): void {
  faults.check(variants.length <= VARIANTS_MAX, 'variants', 'TOO_MANY', 'At most {max} variants.', {
    max: VARIANTS_MAX,
  });
  const keys = new Set(variants.map(({ key }) => key));
  faults.check(keys.size === variants.length, 'variants', 'REPEATED', 'Two variants have the same key.');
  let together = 0n;
  variants.forEach(({ key, share, effects }, index) => {
    const path = `variants.${index}`;
    faults.check(key.trim() !== '', `${path}.key`, 'BLANK', 'The variant has no key.');
    faults.check(share > 0n, `${path}.share`, 'OUT_OF_BOUNDS', 'The share of a variant must be above zero.');
    checkEffects(effects, `${path}.effects`, faults);
    together += share;
  });
  faults.check(
    together <= WHOLE,
    'variants',
    'CONTRADICTION',
    'The shares of the variants are more than 100 % together.',
  );
}
