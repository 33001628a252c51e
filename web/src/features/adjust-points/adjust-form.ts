import type { AdjustmentReason, AdjustPointsInput } from '@/graphql/generated/graphql';
import { typedDecimal } from '@/fmt/typed-decimal';

/** The dialog as its fields hold it. */
export interface AdjustForm {
  direction: 'give' | 'take';
  amount: string;
  reason: AdjustmentReason | null;
  note: string;
  activationDays: string;
  lifetimeDays: string;
}

export const blankAdjustment: AdjustForm = {
  direction: 'give',
  amount: '',
  reason: null,
  note: '',
  activationDays: '0',
  lifetimeDays: '365',
};

const givingOnly: AdjustmentReason[] = ['GOODWILL_SERVICE', 'GOODWILL_COMPLAINT'];

/** Goodwill gives and never takes. */
export function reasonsFor(direction: AdjustForm['direction']): AdjustmentReason[] {
  const always: AdjustmentReason[] = ['CORRECTION_TILL_ERROR', 'CORRECTION_DOUBLE', 'MIGRATION', 'OTHER'];
  return direction === 'give' ? [...givingOnly, ...always] : always;
}

export type AdjustProblem = 'amountNeeded' | 'reasonNeeded' | 'noteNeeded' | 'daysNeeded';

/** What keeps the form from being sent, by field. */
export function problemsOf(form: AdjustForm): Partial<Record<keyof AdjustForm, AdjustProblem>> {
  const gives = form.direction === 'give';
  const days = (typed: string, min: number) => /^\d{1,4}$/.test(typed.trim()) && Number(typed) >= min;
  return {
    ...(isAmount(form.amount) ? {} : { amount: 'amountNeeded' as const }),
    ...(form.reason === null ? { reason: 'reasonNeeded' as const } : {}),
    ...(form.reason === 'OTHER' && form.note.trim() === '' ? { note: 'noteNeeded' as const } : {}),
    ...(gives && !days(form.activationDays, 0) ? { activationDays: 'daysNeeded' as const } : {}),
    ...(gives && form.lifetimeDays.trim() !== '' && !days(form.lifetimeDays, 1)
      ? { lifetimeDays: 'daysNeeded' as const }
      : {}),
  };
}

/** The change of points of a form: signed, exact. Call it when nothing keeps the form from being sent. */
export function toAdjustInput(form: AdjustForm, adjustmentId: string, memberId: string): AdjustPointsInput {
  const gives = form.direction === 'give';
  const size = typedDecimal(form.amount);
  return {
    adjustmentId,
    member: { id: memberId },
    amount: gives ? size : `-${size}`,
    reason: form.reason ?? 'OTHER',
    note: form.note.trim() || undefined,
    ...(gives ? { activationDays: Number(form.activationDays) } : {}),
    ...(gives && form.lifetimeDays.trim() !== '' ? { lifetimeDays: Number(form.lifetimeDays) } : {}),
  };
}

/** Points as typed: more than nothing, at most two decimals. */
export function isAmount(typed: string): boolean {
  const value = typedDecimal(typed);
  return /^\d{1,12}(\.\d{1,2})?$/.test(value) && Number(value) > 0;
}
