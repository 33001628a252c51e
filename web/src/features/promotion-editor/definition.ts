import { clockIn, instantAt } from '@/fmt/dates';
import { typedDecimal } from '@/fmt/typed-decimal';
import { blankPromotion, wholeNumber, type PromotionForm } from './blank-promotion';

type Json = { readonly [name: string]: unknown };

/** The form's definition in the engine's language, every field of it. */
export function toDefinition(form: PromotionForm, timeZone: string): Json {
  const group = form.exclusiveGroup.trim();
  const timed = form.timeFrom !== '' || form.timeTo !== '';
  return {
    priority: wholeNumber(form.priority) ?? 100,
    stacking: group === '' ? null : { group, mode: 'BEST' },
    schedule: {
      from: instant(form.startsAt, timeZone),
      until: instant(form.endsAt, timeZone),
      weekdays: form.weekdays.map(Number).sort(),
      hours: timed ? [{ from: form.timeFrom.slice(0, 5) || '00:00', until: form.timeTo.slice(0, 5) || '24:00' }] : [],
    },
    condition: conditionOf(form),
    effects: [effectOf(form), ...noticesOf(form)],
    caps: { line: NO_CAP, basket: NO_CAP, pointsPerBasket: null, usesPerBasket: null },
    ...(form.holdout !== undefined && { holdout: form.holdout }),
    variants: [],
  };
}

const NO_CAP = { amount: null, percent: null };

function effectOf(form: PromotionForm): Json {
  const goods = goodsOf(form);
  if (form.mechanic === 'PERCENT_OFF') return { kind: 'PERCENT', goods, percent: typedDecimal(form.percentOff) };
  if (form.mechanic === 'AMOUNT_OFF')
    return { kind: 'AMOUNT_OFF', goods, amount: typedDecimal(form.amountOff), every: null };
  const factor = typedDecimal(form.pointsMultiplier);
  return { kind: 'POINTS_MULTIPLIER', goods, factor, activationDays: null, lifetimeDays: null };
}

function noticesOf({ receiptText }: PromotionForm): Json[] {
  const text = receiptText.trim();
  return text === '' ? [] : [{ kind: 'RECEIPT_TEXT', text: { en: text, ru: text, kk: text } }];
}

/** The goods that meet every list. */
function goodsOf({ skus, brands, categories }: PromotionForm): Json {
  const lists = [
    { kind: 'SKU', in: skus },
    { kind: 'BRAND', in: brands },
    { kind: 'CATEGORY', in: categories },
  ].filter((list) => list.in.length > 0);
  const [only] = lists;
  if (only === undefined) return { kind: 'EVERYTHING' };
  return lists.length === 1 ? only : { kind: 'ALL', of: lists };
}

function conditionOf(form: PromotionForm): Json | null {
  const [from, to] = [wholeNumber(form.ageFrom) ?? null, wholeNumber(form.ageTo) ?? null];
  const days = wholeNumber(form.birthdayWithinDays);
  const atLeast = form.mechanic === 'AMOUNT_OFF' ? typedDecimal(form.basketAtLeast) : '';
  const of = [
    form.storeIds.length > 0 && { kind: 'STORE', storeIds: form.storeIds, cities: [], banners: [], brands: [] },
    form.membersOnly && { kind: 'IDENTIFIED' },
    form.gender !== '' && { kind: 'GENDER', gender: form.gender },
    (from !== null || to !== null) && { kind: 'AGE', from, to },
    form.cities.length > 0 && { kind: 'CITY', in: form.cities },
    days !== undefined && { kind: 'BIRTHDAY', daysBefore: days, daysAfter: days },
    atLeast !== '' && { kind: 'LINES', goods: goodsOf(form), measure: 'SUM', atLeast, atMost: null },
  ].filter((part) => part !== false);
  return of.length === 0 ? null : { kind: 'ALL', of };
}

/** The form of a definition; undefined for one that says more than the form can. */
export function fromDefinition(definition: unknown, timeZone: string): PromotionForm | undefined {
  const form = formOf(definition as Json, timeZone);
  return isSame(toDefinition(form, timeZone), definition) ? form : undefined;
}

function formOf(definition: Json, timeZone: string): PromotionForm {
  const schedule = partOf(definition['schedule']);
  const [hours] = partsOf(schedule['hours']);
  const [effect = {}, notice = {}] = partsOf(definition['effects']);
  const goods = partOf(effect['goods']);
  const lists = goods['kind'] === 'ALL' ? partsOf(goods['of']) : [goods];
  const parts = partsOf(partOf(definition['condition'])['of']);
  const condition = (kind: string) => parts.find((part) => part['kind'] === kind) ?? {};
  const listed = (kind: string) => textsOf(lists.find((list) => list['kind'] === kind)?.['in']);
  return {
    ...blankPromotion,
    mechanic: MECHANICS[textOf(effect['kind'])] ?? 'PERCENT_OFF',
    percentOff: textOf(effect['percent']),
    pointsMultiplier: textOf(effect['factor']),
    amountOff: textOf(effect['amount']),
    basketAtLeast: textOf(condition('LINES')['atLeast']),
    skus: listed('SKU'),
    brands: listed('BRAND'),
    categories: listed('CATEGORY'),
    startsAt: wallClock(schedule['from'], timeZone),
    endsAt: wallClock(schedule['until'], timeZone),
    weekdays: textsOf(schedule['weekdays']),
    timeFrom: textOf(hours?.['from']),
    timeTo: textOf(hours?.['until']).replace('24:00', ''),
    storeIds: textsOf(condition('STORE')['storeIds']),
    membersOnly: parts.some(({ kind }) => kind === 'IDENTIFIED'),
    gender: textOf(condition('GENDER')['gender']),
    ageFrom: textOf(condition('AGE')['from']),
    ageTo: textOf(condition('AGE')['to']),
    cities: textsOf(condition('CITY')['in']),
    birthdayWithinDays: textOf(condition('BIRTHDAY')['daysBefore']),
    priority: textOf(definition['priority']),
    exclusiveGroup: textOf(partOf(definition['stacking'])['group']),
    receiptText: textOf(partOf(notice['text'])['ru']),
    holdout: definition['holdout'],
  };
}

const MECHANICS: Record<string, PromotionForm['mechanic']> = {
  PERCENT: 'PERCENT_OFF',
  POINTS_MULTIPLIER: 'POINTS_MULTIPLIER',
  AMOUNT_OFF: 'AMOUNT_OFF',
};

const partOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const partsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.map(partOf) : []);
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : []);

/** Equal as JSON, whatever the order of names. */
function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) return left === right;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length && names.every((name) => isSame(partOf(left)[name], partOf(right)[name]))
  );
}

function wallClock(at: unknown, timeZone: string): string | null {
  if (typeof at !== 'string') return null;
  const { date, time } = clockIn(timeZone, at);
  return `${date} ${time}`;
}

function instant(clock: string | null, timeZone: string): string | null {
  if (clock === null || clock === '') return null;
  return instantAt(timeZone, clock.slice(0, 10), clock.slice(11, 16) || '00:00');
}
