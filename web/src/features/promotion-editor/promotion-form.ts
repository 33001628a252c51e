import { typedDecimal } from '@/fmt/typed-decimal';
import type { PromotionFieldsFragment, SavePromotionInput } from '@/graphql/generated/graphql';
import { blankPromotion, wholeNumber, type PromotionForm } from './blank-promotion';
import { fromDefinition, toDefinition } from './definition';

/** Caps that count sales. */
export const usesFields = [
  'usesBudget',
  'usesPerMember',
  'usesPerMemberDay',
  'usesPerStoreDay',
  'usesPerCard',
] as const;

/** What keeps a cap from being saved: one that cannot be read would be no cap at all. */
export function isCap(typed: string): boolean {
  return typed.trim() === '' || (wholeNumber(typed) ?? 0) >= 1;
}

export function toForm(promotion: PromotionFieldsFragment, timeZone: string): PromotionForm {
  const { limits } = promotion;
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  const form = fromDefinition(promotion.definition, timeZone);
  return {
    ...(form ?? { ...blankPromotion, json: JSON.stringify(promotion.definition, null, 2) }),
    name: promotion.name,
    moneyBudget: text(limits.moneyBudget),
    pointsBudget: text(limits.pointsBudget),
    usesBudget: text(limits.usesBudget),
    usesPerMember: text(limits.usesPerMember),
    usesPerMemberDay: text(limits.usesPerMemberDay),
    usesPerStoreDay: text(limits.usesPerStoreDay),
    usesPerCard: text(limits.usesPerCard),
  };
}

/** What is saved and previewed; `version` is the one the form was opened with, absent for a new promotion. */
export function toInput(
  form: PromotionForm,
  id: string,
  version: number | undefined,
  timeZone: string,
): SavePromotionInput {
  const definition = form.json === undefined ? toDefinition(form, timeZone) : readJson(form.json);
  return { id, version, name: form.name.trim(), definition, limits: limitsOf(form) };
}

/** What is no JSON goes as the text it is, and is refused with a sentence. */
function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** The field of the form that a path of the graph is about: `definition.effects.0.percent` → `percentOff`. */
export function fieldOf(path: string): keyof PromotionForm | undefined {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  const last = parts.at(-1) ?? '';
  const known = FIELDS[parts.slice(-2).join('.')] ?? last;
  return known in blankPromotion ? (known as keyof PromotionForm) : undefined;
}

const FIELDS: Record<string, keyof PromotionForm> = {
  'effects.percent': 'percentOff',
  'effects.factor': 'pointsMultiplier',
  'effects.amount': 'amountOff',
  'of.atLeast': 'basketAtLeast',
  'schedule.from': 'startsAt',
  'schedule.until': 'endsAt',
  'stacking.group': 'exclusiveGroup',
};

// A budget of money belongs to a discount, a budget of points to points.
function limitsOf(form: PromotionForm) {
  const givesPoints = form.mechanic === 'POINTS_MULTIPLIER';
  if (form.json !== undefined) return undefined;
  return {
    moneyBudget: givesPoints ? undefined : typedDecimal(form.moneyBudget) || undefined,
    pointsBudget: givesPoints ? typedDecimal(form.pointsBudget) || undefined : undefined,
    ...Object.fromEntries(usesFields.map((field) => [field, wholeNumber(form[field])])),
  };
}
