import type { RoleName } from '@adal/service';

/** How many points staff of a role may adjust; amounts of either sign. */
export interface AdjustmentLimits {
  readonly perAdjustmentMinor: bigint;
  readonly perDayMinor: bigint;
  /** More than this waits for a second pair of eyes. */
  readonly approvalAboveMinor: bigint;
}

const NOTHING: AdjustmentLimits = { perAdjustmentMinor: 0n, perDayMinor: 0n, approvalAboveMinor: 0n };

/** What Adal comes with; an administrator sets others. */
export const DEFAULT_LIMITS: Readonly<Record<RoleName, AdjustmentLimits>> = {
  ADMINISTRATOR: { perAdjustmentMinor: 100_000_000n, perDayMinor: 1_000_000_000n, approvalAboveMinor: 1_000_000n },
  OPERATOR: { perAdjustmentMinor: 1_000_000n, perDayMinor: 5_000_000n, approvalAboveMinor: 200_000n },
  MARKETER: NOTHING,
  ANALYST: NOTHING,
  STORE_MANAGER: NOTHING,
};

/** What Adal comes with for a role, known or not. */
export function defaultLimits(role: string): AdjustmentLimits {
  return isRole(role) ? DEFAULT_LIMITS[role] : NOTHING;
}

/** True for a role that limits can be set for. */
export const isRole = (name: string): name is RoleName => Object.hasOwn(DEFAULT_LIMITS, name);

/** What a limit leaves; nothing when it was lowered meanwhile. */
export const leftOf = (max: bigint, used: bigint): bigint => (max > used ? max - used : 0n);
