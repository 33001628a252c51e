import { createHash } from 'node:crypto';
import { isClientId } from '@adal/service';
import type { GrantPointsInput } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import { termsFault } from '../lots';
import type { FoundMember } from '../members';

export type GrantInvalid = Refusal<'GrantInvalid', { field: string }>;

/** Why a row did not land. */
export interface GrantRejection {
  readonly index: number;
  readonly field: 'member' | 'points';
  readonly code: string;
  readonly reason: string;
}

/** A row that lands. */
export interface GrantGift {
  readonly index: number;
  readonly memberId: string;
  readonly pointsMinor: bigint;
}

const ROWS_MAX = 1_000;
const NOTE = /^[^\p{Cc}\p{Cs}]{1,500}$/u;

/** The first thing wrong with the grant as a whole, without looking anything up; null when all is well. */
export function grantFault({
  rows,
  note,
  campaignId,
  activationDays,
  lifetimeDays,
}: GrantPointsInput): GrantInvalid | null {
  if (rows.length < 1 || rows.length > ROWS_MAX) return invalid('rows', `Send 1 to ${ROWS_MAX} rows.`);
  if (campaignId != null && !isClientId(campaignId))
    return invalid('campaignId', 'campaignId must be 1 to 64 visible ASCII characters.');
  if (!NOTE.test(note) || note.trim() === '') return invalid('note', 'note must say why, in 1 to 500 characters.');
  const terms = termsFault({ activationDays, lifetimeDays });
  return terms && invalid(terms.field, terms.message);
}

/** The refusal that names a field. */
export const invalid = (field: string, message: string): GrantInvalid => refusal('GrantInvalid', message, { field });

/** Tells the rows that land from those that come back; the first of a member's rows lands. */
export function sortRows(
  rows: GrantPointsInput['rows'],
  members: readonly FoundMember[],
): { gifts: GrantGift[]; rejected: GrantRejection[] } {
  const gifts: GrantGift[] = [];
  const rejected: GrantRejection[] = [];
  const seen = new Set<string>();
  for (const [index, { points }] of rows.entries()) {
    const member = members[index] ?? 'UNKNOWN';
    const fault = typeof member === 'string' ? MEMBER_FAULTS[member] : faultOf(member, points, seen);
    if (fault) rejected.push({ index, ...fault });
    else if (typeof member === 'object') {
      seen.add(member.id);
      gifts.push({ index, memberId: member.id, pointsMinor: points });
    }
  }
  return { gifts, rejected };
}

type RowFault = Omit<GrantRejection, 'index'>;

const MEMBER_FAULTS: Readonly<Record<'KEY_INVALID' | 'UNKNOWN', RowFault>> = {
  KEY_INVALID: { field: 'member', code: 'MEMBER_KEY_INVALID', reason: 'Give exactly one key of a member.' },
  UNKNOWN: { field: 'member', code: 'MEMBER_UNKNOWN', reason: 'Nobody has this key.' },
};

function faultOf(member: Exclude<FoundMember, string>, points: bigint, seen: ReadonlySet<string>): RowFault | null {
  if (points <= 0n) return { field: 'points', code: 'POINTS_INVALID', reason: 'points must be greater than zero.' };
  if (member.status === 'CLOSED')
    return { field: 'member', code: 'MEMBER_CLOSED', reason: 'The member has left the programme.' };
  if (seen.has(member.id))
    return { field: 'member', code: 'MEMBER_REPEATED', reason: 'An earlier row names the same member.' };
  return null;
}

/** The same grant has the same hash on every retry, whoever sends it. */
export function grantHash(input: GrantPointsInput): Buffer {
  const { campaignId, note, activationDays, lifetimeDays, legalEntity, rows } = input;
  const asked = rows.map(({ member, points }) => [
    Object.entries(member)
      .filter(([, value]) => value != null)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
    String(points),
  ]);
  const content = [campaignId, note, activationDays, lifetimeDays, legalEntity].map((value) => value ?? null);
  return createHash('sha256')
    .update(JSON.stringify([content, asked]))
    .digest();
}
