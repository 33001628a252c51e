import { createHash } from 'node:crypto';
import { formatMinor } from '@adal/money';
import type { AdjustPointsInput, AdjustmentLimitKind, AdjustmentReason } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import { leftOf, type AdjustmentLimits } from '../adjustment-limits';
import { termsFault } from '../lots';

export type AdjustmentInvalid = Refusal<'AdjustmentInvalid', { field: string }>;

const NOTE_MAX = 500;
/** Text for people: lines may break, nothing else a screen or a database chokes on. */
const PLAIN_TEXT = /^[^\p{Cs}\p{Cc}]*(\n[^\p{Cs}\p{Cc}]*)*$/u;
const GIVES_ONLY: readonly AdjustmentReason[] = ['GOODWILL_SERVICE', 'GOODWILL_COMPLAINT'];

/** The first thing wrong with what is asked for, without looking anything up; null when all is well. */
export function adjustmentFault(input: AdjustPointsInput): AdjustmentInvalid | null {
  const { amount, reason, note, activationDays, lifetimeDays, legalEntity } = input;
  if (amount === 0n) return invalid('amount', 'amount must give or take something.');
  if (amount < 0n && GIVES_ONLY.includes(reason)) return invalid('amount', 'Goodwill gives: amount must be positive.');
  const words = noteFault(note);
  if (words) return words;
  if (reason === 'OTHER' && !note?.trim()) return invalid('note', 'For the reason OTHER, note must say why.');
  const terms = termsFault(input);
  if (terms) return invalid(terms.field, terms.message);
  if (amount < 0n && (activationDays || lifetimeDays || legalEntity))
    return invalid('amount', 'activationDays, lifetimeDays and legalEntity are for given points alone.');
  return null;
}

/** What is wrong with a note; null when all is well. */
export function noteFault(note: string | null | undefined): AdjustmentInvalid | null {
  const text = note ?? '';
  const fits = text.length <= NOTE_MAX && PLAIN_TEXT.test(text);
  return fits ? null : invalid('note', `note must be plain text of at most ${NOTE_MAX} characters.`);
}

/** The refusal that names a field. */
export const invalid = (field: string, message: string): AdjustmentInvalid =>
  refusal('AdjustmentInvalid', message, { field });

export type AdjustmentLimitExceeded = Refusal<
  'AdjustmentLimitExceeded',
  { limit: AdjustmentLimitKind; max: bigint; left: bigint }
>;

/** Whether staff may adjust so much, today, and alone. */
export function decideAmount(
  amountMinor: bigint,
  adjustedTodayMinor: bigint,
  limits: AdjustmentLimits,
): 'BOOK' | 'PROPOSE' | AdjustmentLimitExceeded {
  const size = amountMinor < 0n ? -amountMinor : amountMinor;
  if (size > limits.perAdjustmentMinor)
    return exceeded('PER_ADJUSTMENT', limits.perAdjustmentMinor, limits.perAdjustmentMinor);
  const left = leftOf(limits.perDayMinor, adjustedTodayMinor);
  if (size > left) return exceeded('PER_DAY', limits.perDayMinor, left);
  return size > limits.approvalAboveMinor ? 'PROPOSE' : 'BOOK';
}

/** Whether staff may give so much at once, today, when nobody else looks at it before it is booked; null: they may. */
export function decideAlone(
  amountMinor: bigint,
  adjustedTodayMinor: bigint,
  limits: AdjustmentLimits,
): AdjustmentLimitExceeded | null {
  const decided = decideAmount(amountMinor, adjustedTodayMinor, limits);
  if (decided === 'BOOK') return null;
  return decided === 'PROPOSE' ? exceeded('ALONE', limits.approvalAboveMinor, limits.approvalAboveMinor) : decided;
}

function exceeded(limit: AdjustmentLimitKind, max: bigint, left: bigint): AdjustmentLimitExceeded {
  const of = formatMinor(max);
  const messages: Record<AdjustmentLimitKind, string> = {
    PER_ADJUSTMENT: `Your role may adjust at most ${of} points at a time: ask somebody who may more.`,
    PER_DAY: `Your role may adjust ${of} points a day; ${formatMinor(left)} are left today.`,
    ALONE: `Your role may give at most ${of} points without a second pair of eyes: give fewer, or let a campaign's key give them.`,
  };
  const message = messages[limit];
  return refusal('AdjustmentLimitExceeded', message, { limit, max, left });
}

/** The same request has the same hash on every retry. */
export function adjustmentHash(input: AdjustPointsInput, authorId: string): Buffer {
  const { member, amount, reason, note, activationDays, lifetimeDays, legalEntity } = input;
  const key = Object.entries(member).filter(([, value]) => value != null);
  const content = [authorId, key, String(amount), reason, note, activationDays, lifetimeDays, legalEntity];
  return createHash('sha256')
    .update(JSON.stringify(content.map((value) => value ?? null)))
    .digest();
}
