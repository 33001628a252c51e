import type { Programme as EngineProgramme } from '@adal/engine';
import { SHORTFALL_POLICIES, type ShortfallPolicy } from '@adal/events';
import type { Programme } from './programme.entity';

/** The settings without their version; what is absent stays as it is. */
export type ProgrammeSettings = Pick<
  Programme,
  'earnBasisPoints' | 'payableBasisPoints' | 'roundingStepMinor' | 'roundingMode' | 'activationDays' | 'lifetimeDays'
> &
  Partial<Pick<Programme, 'shortfallPolicy' | 'holdoutBasisPoints' | 'approvalMoneyMinor' | 'approvalPointsMinor'>>;

/** As the graph gives them: percentages in thousandths, the rounding mode in words. */
export interface ProgrammeCommand {
  earnPercent: bigint;
  payablePercent: bigint;
  roundingStep: bigint;
  roundingMode: string;
  activationDays: number;
  lifetimeDays?: number | null | undefined;
  shortfallPolicy?: string | null | undefined;
  holdoutPercent?: bigint | null | undefined;
  approvalAbove?: { money?: bigint | null | undefined; points?: bigint | null | undefined } | null | undefined;
  version: number;
}

export interface ProgrammeInvalid {
  __typename: 'ProgrammeInvalid';
  code: 'PROGRAMME_INVALID';
  message: string;
  field: string;
}

const ACTIVATION_DAYS_MAX = 365;
const LIFETIME_DAYS_MAX = 3_650;
/** More than half of the members held out is a mistake. */
const HOLDOUT_MAX = 5_000;
const ROUNDING_STEP_MINOR_MAX = 1_000_00n;

/** Reads settings, or names the first field that is out of bounds. */
export function decideProgramme(command: ProgrammeCommand): ProgrammeSettings | ProgrammeInvalid {
  const earnBasisPoints = basisPointsOf(command.earnPercent);
  if (earnBasisPoints === null) return invalid('earnPercent', PERCENT_FAULT);
  const payableBasisPoints = basisPointsOf(command.payablePercent);
  if (payableBasisPoints === null) return invalid('payablePercent', PERCENT_FAULT);
  if (command.roundingStep <= 0n || command.roundingStep > ROUNDING_STEP_MINOR_MAX) {
    return invalid('roundingStep', 'must be from 0.01 to 1000 points');
  }
  const { roundingMode, activationDays } = command;
  if (roundingMode !== 'DOWN' && roundingMode !== 'HALF_UP') return invalid('roundingMode', 'must be DOWN or HALF_UP');
  if (activationDays < 0 || activationDays > ACTIVATION_DAYS_MAX) {
    return invalid('activationDays', `must be from 0 to ${ACTIVATION_DAYS_MAX} days`);
  }
  const lifetimeDays = command.lifetimeDays ?? null;
  if (lifetimeDays !== null && (lifetimeDays < 1 || lifetimeDays > LIFETIME_DAYS_MAX)) {
    return invalid(
      'lifetimeDays',
      `must be from 1 to ${LIFETIME_DAYS_MAX} days, or empty for points that never expire`,
    );
  }
  const policy = command.shortfallPolicy ?? null;
  if (policy !== null && !isShortfallPolicy(policy)) {
    return invalid('shortfallPolicy', `must be ${SHORTFALL_POLICIES.join(', ')}`);
  }
  const holdoutBasisPoints = command.holdoutPercent == null ? null : basisPointsOf(command.holdoutPercent);
  if (command.holdoutPercent != null && (holdoutBasisPoints === null || holdoutBasisPoints > HOLDOUT_MAX)) {
    return invalid('holdoutPercent', 'must be from 0 to 50 with at most two decimals');
  }
  const { approvalAbove } = command;
  if ([approvalAbove?.money, approvalAbove?.points].some((above) => above != null && above < 0n)) {
    return invalid('approvalAbove', 'must not be below zero');
  }
  return {
    earnBasisPoints,
    payableBasisPoints,
    roundingStepMinor: command.roundingStep,
    roundingMode,
    activationDays,
    lifetimeDays,
    ...(policy !== null && { shortfallPolicy: policy }),
    ...(holdoutBasisPoints !== null && { holdoutBasisPoints }),
    ...(approvalAbove !== undefined && {
      approvalMoneyMinor: approvalAbove?.money ?? null,
      approvalPointsMinor: approvalAbove?.points ?? null,
    }),
  };
}

const isShortfallPolicy = (name: string): name is ShortfallPolicy =>
  (SHORTFALL_POLICIES as readonly string[]).includes(name);

const PERCENT_FAULT = 'must be from 0 to 100 with at most two decimals';

/** Thousandths of a percent to hundredths; null when it is no percentage. */
function basisPointsOf(percentMilli: bigint): number | null {
  return percentMilli >= 0n && percentMilli <= 100_000n && percentMilli % 10n === 0n
    ? Number(percentMilli / 10n)
    : null;
}

const invalid = (field: string, fault: string): ProgrammeInvalid => ({
  __typename: 'ProgrammeInvalid',
  code: 'PROGRAMME_INVALID',
  message: `The field ${field} ${fault}.`,
  field,
});

/** True when nothing would change. */
export function isSameProgramme(programme: Programme, settings: ProgrammeSettings): boolean {
  return (Object.keys(settings) as (keyof ProgrammeSettings)[]).every((key) => programme[key] === settings[key]);
}

/** As the engine reads it. */
export const toEngineProgramme = (programme: Programme): EngineProgramme => ({
  earnPercent: BigInt(programme.earnBasisPoints),
  payPercent: BigInt(programme.payableBasisPoints),
  rounding: { unitMinor: programme.roundingStepMinor, mode: programme.roundingMode },
  rewardBase: 'AFTER_DISCOUNTS_AND_POINTS',
  activationDelayDays: programme.activationDays,
  lifetimeDays: programme.lifetimeDays,
  earnExcluded: null,
  payExcluded: null,
  holdout:
    programme.holdoutBasisPoints > 0
      ? { share: BigInt(programme.holdoutBasisPoints), salt: programme.holdoutSalt }
      : null,
});
