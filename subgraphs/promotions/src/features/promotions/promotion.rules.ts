import { categoryPath } from '@adal/engine';
import { isUuid } from '@adal/service';
import type { SavePromotionInput } from '../../generated/graphql';
import type { Promotion } from './promotion.entity';
import { checkLimits, limitsOfInput } from './promotion-limits.rules';

export const MECHANICS = ['PERCENT_OFF', 'POINTS_MULTIPLIER', 'AMOUNT_OFF'] as const;
export type Mechanic = (typeof MECHANICS)[number];
export type PromotionStatus = 'DRAFT' | 'SCHEDULED' | 'RUNNING' | 'PAUSED' | 'ENDED';

/** What staff decide about a promotion; the rest of its row is bookkeeping. */
export type PromotionContent = Omit<Promotion, 'id' | 'version' | 'status' | 'createdAt' | 'updatedAt'>;

export type SavePromotionCommand = SavePromotionInput;

export interface FieldProblem {
  field: string;
  message: string;
}

export interface PromotionInvalid {
  __typename: 'PromotionInvalid';
  code: 'PROMOTION_INVALID';
  message: string;
  problems: FieldProblem[];
}

export function promotionInvalid(problems: FieldProblem[]): PromotionInvalid {
  const fields = problems.map(({ field }) => field).join(', ');
  return {
    __typename: 'PromotionInvalid',
    code: 'PROMOTION_INVALID',
    message: `Correct ${fields} and try again.`,
    problems,
  };
}

const NAME_LENGTH_MAX = 120;
const GROUP_LENGTH_MAX = 60;
const RECEIPT_TEXT_LENGTH_MAX = 200;
const LIST_MAX = 2_000;
const LIST_ITEM_LENGTH_MAX = 300;
const PRIORITY_DEFAULT = 100;
const PRIORITY_MAX = 1_000;
const AGE_MAX = 120;
const BIRTHDAY_DAYS_MAX = 60;
/** Thousandths: 100 of a percentage or of a multiplier. */
const HUNDRED_MILLI = 100_000n;
const ONE_MILLI = 1_000n;

/** Reads the form, or names every problem at once. */
export function readPromotion(command: SavePromotionCommand): PromotionContent | PromotionInvalid {
  const problems: FieldProblem[] = [];
  const check = (isRight: boolean, field: string, message: string): void => {
    if (!isRight) problems.push({ field, message });
  };
  const content = contentOf(command);
  check(isUuid(command.id), 'id', 'The id must be a UUID.');
  check(
    content.name !== '' && content.name.length <= NAME_LENGTH_MAX,
    'name',
    `A name has 1 to ${NAME_LENGTH_MAX} characters.`,
  );
  check(isWithin(content.priority, 0, PRIORITY_MAX), 'priority', `The priority is from 0 to ${PRIORITY_MAX}.`);
  checkLength(check, 'exclusiveGroup', content.exclusiveGroup, GROUP_LENGTH_MAX);
  checkLength(check, 'receiptText', content.receiptText, RECEIPT_TEXT_LENGTH_MAX);
  checkEffect(check, content);
  checkScope(check, content);
  checkSchedule(check, content);
  checkAudience(check, content);
  checkLimits(check, content, content.mechanic === 'POINTS_MULTIPLIER');
  return problems.length === 0 ? content : promotionInvalid(problems);
}

type Check = (isRight: boolean, field: string, message: string) => void;

const isWithin = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

/** Trims texts and lists, and keeps of the effect what belongs to the mechanic. */
function contentOf({ name, mechanic, effect, scope, conditions, ...rest }: SavePromotionCommand): PromotionContent {
  const only = <T>(owner: Mechanic, value: T | null | undefined): T | null =>
    mechanic === owner ? (value ?? null) : null;
  return {
    name: name.trim(),
    mechanic: mechanic as Mechanic,
    percentOffMilli: only('PERCENT_OFF', effect.percentOff),
    pointsMultiplierMilli: only('POINTS_MULTIPLIER', effect.pointsMultiplier),
    amountOffMinor: only('AMOUNT_OFF', effect.amountOff),
    basketAtLeastMinor: only('AMOUNT_OFF', effect.basketAtLeast),
    categories: listOf(scope.categories?.map(categoryPath)),
    brands: listOf(scope.brands),
    skus: listOf(scope.skus),
    startsAt: conditions.startsAt ?? null,
    endsAt: conditions.endsAt ?? null,
    weekdays: [...new Set(conditions.weekdays)].sort((left, right) => left - right),
    timeFrom: textOf(conditions.timeFrom),
    timeTo: textOf(conditions.timeTo),
    storeIds: listOf(conditions.storeIds),
    membersOnly: conditions.membersOnly ?? false,
    gender: (textOf(conditions.gender) ?? null) as PromotionContent['gender'],
    ageFrom: conditions.ageFrom ?? null,
    ageTo: conditions.ageTo ?? null,
    cities: listOf(conditions.cities),
    birthdayWithinDays: conditions.birthdayWithinDays ?? null,
    priority: rest.priority ?? PRIORITY_DEFAULT,
    exclusiveGroup: textOf(rest.exclusiveGroup),
    receiptText: textOf(rest.receiptText),
    ...limitsOfInput(rest.limits),
  };
}

const textOf = (text: string | null | undefined): string | null => text?.trim() || null;

const listOf = (list: readonly string[] | null | undefined): string[] => [
  ...new Set((list ?? []).map((item) => item.trim())),
];

function checkLength(check: Check, field: string, text: string | null, max: number): void {
  check((text ?? '').length <= max, field, `At most ${max} characters.`);
}

function checkEffect(check: Check, content: PromotionContent): void {
  const { mechanic, percentOffMilli, pointsMultiplierMilli, amountOffMinor, basketAtLeastMinor } = content;
  check(MECHANICS.includes(mechanic), 'mechanic', `The mechanic is one of ${MECHANICS.join(', ')}.`);
  const isHundredths = (milli: bigint | null, above: bigint): boolean =>
    milli !== null && milli > above && milli <= HUNDRED_MILLI && milli % 10n === 0n;
  if (mechanic === 'PERCENT_OFF') {
    check(
      isHundredths(percentOffMilli, 0n),
      'effect.percentOff',
      'A percentage above 0, at most 100, with two decimals.',
    );
  }
  if (mechanic === 'POINTS_MULTIPLIER') {
    const message = 'A multiplier above 1, at most 100, with two decimals.';
    check(isHundredths(pointsMultiplierMilli, ONE_MILLI), 'effect.pointsMultiplier', message);
  }
  if (mechanic === 'AMOUNT_OFF') {
    check((amountOffMinor ?? 0n) > 0n, 'effect.amountOff', 'An amount above zero.');
    const isReached = basketAtLeastMinor !== null && basketAtLeastMinor >= (amountOffMinor ?? 0n);
    check(isReached, 'effect.basketAtLeast', 'A threshold that is at least the amount taken off.');
  }
}

function checkScope(check: Check, { categories, brands, skus }: PromotionContent): void {
  checkList(check, 'scope.categories', categories);
  checkList(check, 'scope.brands', brands);
  checkList(check, 'scope.skus', skus);
}

function checkList(check: Check, field: string, list: readonly string[]): void {
  check(list.length <= LIST_MAX, field, `At most ${LIST_MAX} entries.`);
  const isReadable = list.every((item) => item !== '' && item.length <= LIST_ITEM_LENGTH_MAX);
  check(isReadable, field, `Each entry has 1 to ${LIST_ITEM_LENGTH_MAX} characters.`);
}

function checkSchedule(
  check: Check,
  { startsAt, endsAt, weekdays, timeFrom, timeTo, storeIds }: PromotionContent,
): void {
  check(
    startsAt === null || endsAt === null || startsAt < endsAt,
    'conditions.endsAt',
    'The end must be after the start.',
  );
  check(
    weekdays.every((day) => isWithin(day, 1, 7)),
    'conditions.weekdays',
    'Days are from 1 (Monday) to 7 (Sunday).',
  );
  const isTime = (time: string | null): boolean => time === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  check(isTime(timeFrom), 'conditions.timeFrom', 'A time is written HH:MM, from 00:00 to 23:59.');
  check(isTime(timeTo), 'conditions.timeTo', 'A time is written HH:MM, from 00:00 to 23:59.');
  check(timeFrom === null || timeFrom !== timeTo, 'conditions.timeTo', 'The window is empty: choose another end.');
  checkList(check, 'conditions.storeIds', storeIds);
}

function checkAudience(check: Check, { gender, ageFrom, ageTo, cities, birthdayWithinDays }: PromotionContent): void {
  check(gender === null || ['FEMALE', 'MALE'].includes(gender), 'conditions.gender', 'The gender is FEMALE or MALE.');
  const isAge = (age: number | null): boolean => age === null || isWithin(age, 0, AGE_MAX);
  check(isAge(ageFrom), 'conditions.ageFrom', `An age is from 0 to ${AGE_MAX}.`);
  check(isAge(ageTo), 'conditions.ageTo', `An age is from 0 to ${AGE_MAX}.`);
  check(ageFrom === null || ageTo === null || ageFrom <= ageTo, 'conditions.ageTo', 'The range ends before it starts.');
  checkList(check, 'conditions.cities', cities);
  const isWindow = birthdayWithinDays === null || isWithin(birthdayWithinDays, 0, BIRTHDAY_DAYS_MAX);
  check(isWindow, 'conditions.birthdayWithinDays', `From 0 to ${BIRTHDAY_DAYS_MAX} days.`);
}

/** True when saving would change nothing. */
export function isSameContent(promotion: Promotion, content: PromotionContent): boolean {
  return (Object.keys(content) as (keyof PromotionContent)[]).every(
    (key) => comparable(promotion[key]) === comparable(content[key]),
  );
}

function comparable(value: PromotionContent[keyof PromotionContent]): string {
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}
