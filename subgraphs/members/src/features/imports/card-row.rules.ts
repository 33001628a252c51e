import type { ImportRejection, ImportRow } from '@adal/service';
import { readCardNumber } from '../cards';
import { readInstant, unreadableField } from './values.rules';

export const CARD_REQUIRED = ['card_number', 'member_id'];
const CARD_COLUMNS = [...CARD_REQUIRED, 'kind', 'status', 'issued_at'];
export const isCardColumn = (column: string): boolean => CARD_COLUMNS.includes(column);

/** A card as a row of a file tells it; null where the file says nothing. */
export interface CardRow {
  readonly line: number;
  readonly number: string;
  readonly externalId: string;
  readonly kind: string | null;
  readonly status: string | null;
  readonly issuedAt: string | null;
}

/** A card that is there already. */
export interface KnownCard {
  readonly number: string;
  readonly memberId: string;
  readonly kind: string;
  readonly status: string;
  readonly issuedAt: Date;
}

/** Reads one row; the first thing wrong with it is answered instead. */
export function readCardRow(row: ImportRow, timeZone: string): CardRow | ImportRejection {
  const reject = (column: string, code: string, reason: string): ImportRejection => ({
    line: row.line,
    column,
    code,
    reason,
  });
  const unreadable = unreadableField(row, CARD_COLUMNS);
  if (unreadable) return unreadable;
  const number = readCardNumber(row.field('card_number') ?? '');
  if (number === null)
    return reject('card_number', 'CARD_NUMBER_INVALID', 'card_number must be 4 to 32 letters, digits and hyphens.');
  const externalId = row.field('member_id');
  if (externalId === null) return reject('member_id', 'MEMBER_ID_MISSING', 'A card needs the member_id of its member.');
  const kind = row.field('kind')?.toUpperCase() ?? null;
  if (kind !== null && !['PLASTIC', 'VIRTUAL'].includes(kind))
    return reject('kind', 'KIND_INVALID', 'kind must be PLASTIC or VIRTUAL.');
  const status = row.field('status')?.toUpperCase() ?? null;
  if (status !== null && !['ACTIVE', 'BLOCKED'].includes(status))
    return reject('status', 'STATUS_INVALID', 'status must be ACTIVE or BLOCKED.');
  const issued = row.field('issued_at');
  const issuedAt = issued && readInstant(issued, timeZone);
  if (issued && !issuedAt)
    return reject('issued_at', 'ISSUED_AT_INVALID', 'issued_at must be a time such as 2026-03-01T10:15:00.');
  return { line: row.line, number, externalId, kind, status, issuedAt };
}

/** A card to store as it will be; `known` when it is there already. */
export interface LandingCard extends KnownCard {
  readonly known: boolean;
}

/** Decides row by row: cards of unknown members and of others come back; a card that is so already changes nothing. */
export function decideCardImport(
  rows: readonly CardRow[],
  memberIds: ReadonlyMap<string, string>,
  cards: ReadonlyMap<string, KnownCard>,
  now: Date,
): { landing: LandingCard[]; rejected: ImportRejection[] } {
  const landing = new Map<string, LandingCard>();
  const rejected: ImportRejection[] = [];
  for (const row of rows) {
    const reject = (column: string, code: string, reason: string) =>
      rejected.push({ line: row.line, column, code, reason });
    const memberId = memberIds.get(row.externalId);
    const before = landing.get(row.number) ?? cards.get(row.number);
    if (memberId === undefined)
      reject('member_id', 'MEMBER_UNKNOWN', 'Nobody has this member_id: import members first.');
    else if (before && before.memberId !== memberId)
      reject('card_number', 'CARD_TAKEN', 'Another member has this card.');
    else if (before && agrees(row, before)) continue;
    else if (landing.has(row.number))
      reject('card_number', 'CARD_REPEATED', 'Another row of this file tells this card otherwise.');
    else landing.set(row.number, { ...merge(row, memberId, before, now), known: before !== undefined });
  }
  return { landing: [...landing.values()], rejected };
}

const agrees = (row: CardRow, known: KnownCard): boolean =>
  (row.kind ?? known.kind) === known.kind &&
  (row.status ?? known.status) === known.status &&
  (row.issuedAt === null || row.issuedAt === known.issuedAt.toISOString());

const merge = (row: CardRow, memberId: string, known: KnownCard | undefined, now: Date): KnownCard => ({
  number: row.number,
  memberId,
  kind: row.kind ?? known?.kind ?? 'PLASTIC',
  status: row.status ?? known?.status ?? 'ACTIVE',
  issuedAt: row.issuedAt === null ? (known?.issuedAt ?? now) : new Date(row.issuedAt),
});
