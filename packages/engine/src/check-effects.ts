import { checkGoods } from './check-goods';
import type { BundlePart, Discount, Effect, PointsEffect, Texts, Tier } from './effect';
import type { Faults } from './fault';
import { goodsOfEffect } from './walk-effect';

const EFFECTS_MAX = 8;
const UNITS_MAX = 1_000;
const PARTS_MAX = 10;
const STEPS_MAX = 20;
const WHOLE = 10_000n;
const FACTOR_MAX = 10_000n;
const DAYS_MAX = 3_650;
const TEXT_MAX = 300;

/** Adds what is wrong with effects. */
export function checkEffects(effects: readonly Effect[], path: string, faults: Faults): void {
  faults.check(effects.length > 0, path, 'EMPTY', 'A promotion must give something.');
  faults.check(effects.length <= EFFECTS_MAX, path, 'TOO_MANY', 'At most {max} effects.', { max: EFFECTS_MAX });
  effects.forEach((effect, index) => checkEffect(effect, `${path}.${index}`, faults));
}

function checkEffect(effect: Effect, path: string, faults: Faults): void {
  goodsOfEffect(effect).forEach((goods, index) => {
    checkGoods(goods, 'parts' in effect ? `${path}.parts.${index}.goods` : `${path}.goods`, faults);
  });
  switch (effect.kind) {
    case 'POINTS_FIXED':
    case 'POINTS_PERCENT':
    case 'POINTS_MULTIPLIER':
    case 'POINTS_BY_TENDER':
      return checkPoints(effect, path, faults);
    case 'COUPON_NOW':
    case 'COUPON_NEXT':
      return faults.check(effect.poolId.trim() !== '', `${path}.poolId`, 'BLANK', 'Choose a pool of coupons.');
    case 'MESSAGE':
    case 'RECEIPT_TEXT':
      return checkTexts(effect.text, `${path}.text`, faults);
    default:
      return checkDiscount(effect, path, faults);
  }
}

function checkDiscount(effect: Discount, path: string, faults: Faults): void {
  switch (effect.kind) {
    case 'PERCENT':
      return checkPercent(effect.percent, `${path}.percent`, faults);
    case 'AMOUNT_OFF':
      if (effect.every !== null) faults.integer(`${path}.every`, effect.every, 1, UNITS_MAX, 'The number of units');
      return checkAmount(effect.amount, `${path}.amount`, faults);
    case 'FIXED_PRICE':
      return checkPrice(effect.price, `${path}.price`, faults);
    case 'CHEAPEST_FREE':
      faults.integer(`${path}.of`, effect.of, 2, UNITS_MAX, 'The number of units');
      faults.integer(`${path}.free`, effect.free, 1, UNITS_MAX, 'The number of free units');
      return faults.check(effect.free < effect.of, path, 'CONTRADICTION', 'Fewer units must be free than are taken.');
    case 'N_FOR_M':
      faults.integer(`${path}.take`, effect.take, 2, UNITS_MAX, 'The number of units taken');
      faults.integer(`${path}.pay`, effect.pay, 1, UNITS_MAX, 'The number of units paid');
      return faults.check(effect.pay < effect.take, path, 'CONTRADICTION', 'Fewer units must be paid than are taken.');
    case 'NTH_AT_PERCENT':
      faults.integer(`${path}.n`, effect.n, 2, UNITS_MAX, 'The number of units');
      return checkPercent(effect.percent, `${path}.percent`, faults);
    case 'BUNDLE_PRICE':
      checkParts(effect.parts, path, faults);
      return checkPrice(effect.price, `${path}.price`, faults);
    case 'SET_PERCENT':
      checkParts(effect.parts, path, faults);
      return checkPercent(effect.percent, `${path}.percent`, faults);
    case 'GIFT':
      return faults.integer(`${path}.quantity`, effect.quantity, 1, UNITS_MAX, 'The number of gifts');
    case 'TIERS':
      return checkSteps(effect.steps, path, faults);
  }
}

function checkPoints(effect: PointsEffect, path: string, faults: Faults): void {
  const { activationDays, lifetimeDays } = effect;
  if (activationDays !== null)
    faults.integer(`${path}.activationDays`, activationDays, 0, DAYS_MAX, 'Days to activation');
  if (lifetimeDays !== null) faults.integer(`${path}.lifetimeDays`, lifetimeDays, 1, DAYS_MAX, 'Days of life');
  switch (effect.kind) {
    case 'POINTS_FIXED':
      if (effect.every !== null) faults.integer(`${path}.every`, effect.every, 1, UNITS_MAX, 'The number of units');
      return checkAmount(effect.points, `${path}.points`, faults);
    case 'POINTS_PERCENT':
      return checkPercent(effect.percent, `${path}.percent`, faults);
    case 'POINTS_MULTIPLIER': {
      const isFactor = effect.factor > 100n && effect.factor <= FACTOR_MAX;
      return faults.check(
        isFactor,
        `${path}.factor`,
        'OUT_OF_BOUNDS',
        'The multiplier must be above 1 and at most 100.',
      );
    }
    case 'POINTS_BY_TENDER':
      faults.names(
        `${path}.rates`,
        effect.rates.map(({ tender }) => tender),
        'tender',
      );
      return effect.rates.forEach(({ percent }, index) =>
        checkPercent(percent, `${path}.rates.${index}.percent`, faults),
      );
  }
}

const checkPercent = (percent: bigint, path: string, faults: Faults): void =>
  faults.check(
    percent > 0n && percent <= WHOLE,
    path,
    'OUT_OF_BOUNDS',
    'The percentage must be above 0 and at most 100 %.',
  );

const checkAmount = (amount: bigint, path: string, faults: Faults): void =>
  faults.check(amount > 0n, path, 'OUT_OF_BOUNDS', 'The amount must be above zero.');

const checkPrice = (price: bigint, path: string, faults: Faults): void =>
  faults.check(price >= 0n, path, 'OUT_OF_BOUNDS', 'The price must not be negative.');

function checkParts(parts: readonly BundlePart[], path: string, faults: Faults): void {
  faults.check(parts.length > 0, `${path}.parts`, 'EMPTY', 'A set has no parts.');
  faults.check(parts.length <= PARTS_MAX, `${path}.parts`, 'TOO_MANY', 'A set has at most {max} parts.', {
    max: PARTS_MAX,
  });
  parts.forEach(({ quantity }, index) => {
    faults.integer(`${path}.parts.${index}.quantity`, quantity, 1, UNITS_MAX, 'The number of units of a part');
  });
  const units = parts.reduce((total, { quantity }) => total + quantity, 0);
  faults.check(units !== 1, `${path}.parts`, 'CONTRADICTION', 'One unit is no set: use a percentage or a price.');
}

function checkSteps(steps: readonly Tier[], path: string, faults: Faults): void {
  faults.check(steps.length > 0, `${path}.steps`, 'EMPTY', 'There are no steps.');
  faults.check(steps.length <= STEPS_MAX, `${path}.steps`, 'TOO_MANY', 'At most {max} steps.', { max: STEPS_MAX });
  steps.forEach((step, index) => {
    const at = `${path}.steps.${index}`;
    const before = steps[index - 1];
    if ((step.percent === null) === (step.amount === null)) {
      return faults.add(at, 'EMPTY', 'A step gives either a percentage or an amount.');
    }
    if (step.percent !== null) checkPercent(step.percent, `${at}.percent`, faults);
    if (step.amount !== null) checkAmount(step.amount, `${at}.amount`, faults);
    faults.check(step.from >= 0n, `${at}.from`, 'OUT_OF_BOUNDS', 'A step must not start below zero.');
    if (before === undefined) return;
    faults.check(step.from > before.from, `${at}.from`, 'REVERSED', 'Each step must start above the one before.');
    const isRising = (step.percent ?? 0n) > (before.percent ?? 0n) || (step.amount ?? 0n) > (before.amount ?? 0n);
    faults.check(isRising, at, 'CONTRADICTION', 'Each step must give more than the one before, in the same way.');
  });
}

function checkTexts(text: Texts, path: string, faults: Faults): void {
  const all = Object.entries<string>({ ...text });
  faults.check(
    all.some(([, one]) => one.trim() !== ''),
    path,
    'EMPTY',
    'The text is empty.',
  );
  for (const [language, one] of all) {
    faults.check(
      one.length <= TEXT_MAX,
      `${path}.${language}`,
      'OUT_OF_BOUNDS',
      'A text has at most {max} characters.',
      { max: TEXT_MAX },
    );
  }
}
