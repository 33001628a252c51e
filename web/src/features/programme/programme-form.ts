import { typedDecimal } from '@/fmt/typed-decimal';
import type { ProgrammeFieldsFragment, UpdateProgrammeInput } from '@/graphql/generated/graphql';

/** The settings as fields hold them. */
export interface ProgrammeForm {
  earnPercent: string;
  payablePercent: string;
  roundingStep: string;
  roundingMode: string;
  activationDays: string;
  lifetimeDays: string;
  shortfallPolicy: string;
}

export function toForm(programme: ProgrammeFieldsFragment): ProgrammeForm {
  return {
    earnPercent: programme.earnPercent,
    payablePercent: programme.payablePercent,
    roundingStep: programme.roundingStep,
    roundingMode: programme.roundingMode,
    activationDays: String(programme.activationDays),
    lifetimeDays: programme.lifetimeDays === null ? '' : String(programme.lifetimeDays),
    shortfallPolicy: programme.shortfallPolicy,
  };
}

export function toInput(form: ProgrammeForm, version: number): UpdateProgrammeInput {
  return {
    earnPercent: typedDecimal(form.earnPercent),
    payablePercent: typedDecimal(form.payablePercent),
    roundingStep: typedDecimal(form.roundingStep),
    roundingMode: form.roundingMode,
    activationDays: Number(form.activationDays),
    lifetimeDays: form.lifetimeDays.trim() === '' ? null : Number(form.lifetimeDays),
    shortfallPolicy: form.shortfallPolicy,
    version,
  };
}
