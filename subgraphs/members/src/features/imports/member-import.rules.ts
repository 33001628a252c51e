import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ImportRejection } from '@adal/service';
import type { Child } from '../attributes';
import type { MemberFields } from '../profiles';
import type { MemberRow } from './member-row.rules';

/** A member the file speaks of that is there already. */
export interface KnownMember extends Required<MemberFields> {
  readonly id: string;
  readonly externalId: string | null;
  readonly status: string;
  readonly channel: string;
  readonly registeredAt: Date;
  readonly attributes: Record<string, string>;
  readonly children: readonly Child[];
  readonly consents: readonly { readonly channel: string; readonly given: boolean; readonly source: string }[];
  readonly importId: string | null;
  readonly importHash: string | null;
}

/** What the database knows of the rows: members by external id, and who holds each phone, e-mail and card. */
export interface KnownFacts {
  readonly members: ReadonlyMap<string, KnownMember>;
  readonly phoneHolders: ReadonlyMap<string, string>;
  readonly emailHolders: ReadonlyMap<string, string>;
  readonly cardHolders: ReadonlyMap<string, string>;
}

/** A row that changes something; `known` is null for a new member, `newCard` for a card the member has already. */
export interface LandingRow {
  readonly row: MemberRow;
  readonly known: KnownMember | null;
  readonly newCard: string | null;
  readonly hash: string;
}

/** What becomes of the rows of a chunk; rows that are neither here nor there are unchanged. */
export interface MemberImportDecision {
  readonly landing: readonly LandingRow[];
  readonly rejected: readonly ImportRejection[];
}

/**
 * Decides row by row, in order. The first row of a member counts; a later one of the same file that says otherwise comes back, and
 * so does a row with a phone, e-mail or card of another member. A row as it was imported before changes nothing, even if staff
 * changed the member since; nor does a row that says what is known.
 */
export function decideMemberImport(
  rows: readonly MemberRow[],
  facts: KnownFacts,
  importId: string,
): MemberImportDecision {
  const landing: LandingRow[] = [];
  const rejected: ImportRejection[] = [];
  const seen = new Map<string, string>();
  const claims: Claims = { phone: new Map(), email: new Map(), card: new Map() };
  for (const row of rows) {
    const hash = contentHash(row);
    const known = facts.members.get(row.externalId) ?? null;
    const earlier = seen.get(row.externalId);
    const newCard = row.cardNumber !== null && !facts.cardHolders.has(row.cardNumber) ? row.cardNumber : null;
    if (earlier === hash || known?.importHash === hash) continue;
    if (known && earlier === undefined && newCard === null && changesNothing(row, known)) continue;
    const repeated = earlier !== undefined || known?.importId === importId;
    const fault = statusFault(row, known) ?? repetitionFault(row, repeated) ?? holderFault(row, known, facts, claims);
    if (fault) rejected.push(fault);
    else {
      seen.set(row.externalId, hash);
      claim(row, claims);
      landing.push({ row, known, newCard, hash });
    }
  }
  return { landing, rejected };
}

/** Short hash of what a row says, its place in the file aside. */
function contentHash({ line: _line, ...content }: MemberRow): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}

/** True when all the row says is known of the member; a consent the member spoke about elsewhere stays as it is. */
function changesNothing(row: MemberRow, known: KnownMember): boolean {
  const fields = Object.entries(row.fields) as [keyof MemberFields, string][];
  return (
    fields.every(([field, value]) => known[field] === value) &&
    (row.channel ?? known.channel) === known.channel &&
    (row.registeredAt === null || row.registeredAt === known.registeredAt.toISOString()) &&
    (row.children === null || isDeepStrictEqual(row.children.map(nameless), known.children.map(nameless))) &&
    Object.entries(row.attributes).every(([key, value]) => known.attributes[key] === value) &&
    row.consents.every(({ channel, given }) =>
      known.consents.some(
        (consent) => consent.channel === channel && (consent.given === given || consent.source !== 'IMPORT'),
      ),
    )
  );
}

/** Files do not know the names of children. */
const nameless = ({ birthDate, gender }: Child) => ({ birthDate, gender });

type Claims = Record<'phone' | 'email' | 'card', Map<string, string>>;

function statusFault({ line }: MemberRow, known: KnownMember | null): ImportRejection | null {
  if (known?.status !== 'CLOSED') return null;
  return { line, column: 'member_id', code: 'MEMBER_CLOSED', reason: 'This member is closed and stays so.' };
}

function repetitionFault({ line }: MemberRow, repeated: boolean): ImportRejection | null {
  if (!repeated) return null;
  return {
    line,
    column: 'member_id',
    code: 'MEMBER_REPEATED',
    reason: 'Another row of this file tells this member otherwise.',
  };
}

function holderFault(
  row: MemberRow,
  known: KnownMember | null,
  facts: KnownFacts,
  claimed: Claims,
): ImportRejection | null {
  const taken = (
    value: string | null | undefined,
    holders: ReadonlyMap<string, string>,
    claims: Map<string, string>,
  ): boolean => {
    if (value == null) return false;
    const holder = holders.get(value);
    return (holder !== undefined && holder !== known?.id) || (claims.get(value) ?? row.externalId) !== row.externalId;
  };
  const { line, fields, cardNumber } = row;
  if (taken(fields.phone, facts.phoneHolders, claimed.phone)) {
    return { line, column: 'phone', code: 'CONTACT_TAKEN', reason: 'Another member has this phone.' };
  }
  if (taken(fields.email, facts.emailHolders, claimed.email)) {
    return { line, column: 'email', code: 'CONTACT_TAKEN', reason: 'Another member has this e-mail.' };
  }
  if (taken(cardNumber, facts.cardHolders, claimed.card)) {
    return { line, column: 'card_number', code: 'CARD_TAKEN', reason: 'Another member has this card.' };
  }
  return null;
}

function claim({ externalId, fields, cardNumber }: MemberRow, claimed: Claims): void {
  if (fields.phone) claimed.phone.set(fields.phone, externalId);
  if (fields.email) claimed.email.set(fields.email, externalId);
  if (cardNumber) claimed.card.set(cardNumber, externalId);
}
