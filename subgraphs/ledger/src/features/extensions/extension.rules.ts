import { createHash } from 'node:crypto';
import { isUuid } from '@adal/service';
import type { ExtendLotsInput } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import type { LotRow } from '../lots';
import { startOfDayAfter } from '../stores';

export type ExtensionInvalid = Refusal<'ExtensionInvalid', { field: string }>;
export type LotExpired = Refusal<'LotExpired', { lotId: string }>;

/** A lot and its new end. */
export interface LongerLot {
  readonly lot: LotRow;
  readonly oldExpiresAt: Date;
  readonly newExpiresAt: Date;
}

const LOTS_MAX = 500;
const DAYS_MAX = 3_660;

/** What is wrong with the request itself. */
export function extensionFault(input: ExtendLotsInput, now: Date): ExtensionInvalid | null {
  const { memberId, lotIds, expiresAt, days, reason } = input;
  const invalid = (field: string, message: string): ExtensionInvalid => refusal('ExtensionInvalid', message, { field });
  if (!memberId === !lotIds) return invalid('memberId', 'Give exactly one of memberId and lotIds.');
  if (memberId && !isUuid(memberId)) return invalid('memberId', 'memberId is no id of a member.');
  if (lotIds && (lotIds.length === 0 || lotIds.length > LOTS_MAX || !lotIds.every((id) => isUuid(id))))
    return invalid('lotIds', `Name 1 to ${LOTS_MAX} lots by their ids.`);
  if (!expiresAt === (days === null || days === undefined))
    return invalid('expiresAt', 'Give exactly one of expiresAt and days.');
  if (expiresAt && expiresAt <= now) return invalid('expiresAt', 'expiresAt must be in the future.');
  if (typeof days === 'number' && (days < 1 || days > DAYS_MAX))
    return invalid('days', `days must be from 1 to ${DAYS_MAX}.`);
  if (!/^[^\p{Cc}]{1,200}$/u.test(reason)) return invalid('reason', 'reason must be 1 to 200 characters.');
  return null;
}

/** The same request has the same hash on every retry. */
export function extensionHash({ memberId, lotIds, expiresAt, days, reason }: ExtendLotsInput): Buffer {
  const content = [memberId ?? null, lotIds ?? null, expiresAt ?? null, days ?? null, reason];
  return createHash('sha256').update(JSON.stringify(content)).digest();
}

/** The lots that will live longer; refused when one has expired. Never shortens a life. */
export function decideExtension(
  lots: readonly LotRow[],
  until: { readonly expiresAt: Date | null; readonly days: number },
  { timeZone, now }: { timeZone: string; now: Date },
): LongerLot[] | LotExpired {
  const longer: LongerLot[] = [];
  for (const lot of lots) {
    if (lot.expiresAt === null) continue;
    if (lot.status === 'EXPIRED' || lot.expiresAt <= now)
      return refusal('LotExpired', 'A lot has expired and cannot be extended; give new points instead.', {
        lotId: lot.id,
      });
    const newExpiresAt = until.expiresAt ?? startOfDayAfter(lot.expiresAt, timeZone, until.days);
    if (newExpiresAt > lot.expiresAt) longer.push({ lot, oldExpiresAt: lot.expiresAt, newExpiresAt });
  }
  return longer;
}
