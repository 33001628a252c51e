import {
  PointsActivated,
  PointsDeducted,
  PointsExpired,
  PointsGranted,
  sealEvent,
  type BackfillSource,
  type Envelope,
  type EventOrigin,
  type PointsMovement,
} from '@adal/events';
import type { DataSource } from 'typeorm';

/** Entries that a page passes, of whatever kind: what it costs does not depend on how many of them are told. */
const ENTRIES_MAX = 1_500;

/** Points that came or went outside of receipts, or became spendable, in the order of the journal. */
export const movementsBackfill: BackfillSource = {
  kind: 'movements',
  tables: ['journal_entry'],
  page: async (db, after, origin) => {
    const rows = await listEntries(db, after ?? '0');
    const seqs = new Set(rows.map(({ seq }) => seq));
    const last = rows.at(-1);
    return {
      events: eventsOf(rows, origin),
      rows: seqs.size,
      next: last !== undefined && seqs.size === ENTRIES_MAX ? last.seq : null,
    };
  },
};

type Reason = 'OPENING_BALANCE' | 'GRANT' | 'ADJUSTMENT';

interface MovedEntry {
  readonly seq: string;
  readonly kind: Reason | 'ACTIVATE' | 'EXPIRE' | null;
  readonly entry_id: string;
  readonly member_id: string;
  readonly legal_entity: string;
  readonly occurred_at: Date;
  readonly business_day: string;
  /** Out of the account that the kind is about, or into it; null when it moved none there. */
  readonly given: number | null;
  readonly taken: number | null;
}

/** The next entries, once for each legal entity whose points they moved; `kind` is null where receipts tell of them. */
function listEntries(db: DataSource, after: string): Promise<MovedEntry[]> {
  return db.query(
    `select e.seq, k.kind, e.id as entry_id, e.member_id, p.legal_entity, e.occurred_at, e.business_day::text, p.given, p.taken
     from (select * from journal_entry where seq > $1 order by seq limit $2) e
     left join lateral (select e.kind where e.kind in ('ACTIVATE', 'EXPIRE', 'OPENING_BALANCE', 'GRANT', 'ADJUSTMENT')) k on true
     left join lateral (
       select legal_entity, (sum(amount_minor) filter (where source = any(a.kinds)))::float8 as given,
         (sum(amount_minor) filter (where destination = any(a.kinds)))::float8 as taken
       from posting, (select case k.kind when 'ACTIVATE' then array['PENDING'] when 'EXPIRE' then array['EXPIRED'] else array['ISSUED', 'MIGRATED', 'ADJUSTED'] end::account_kind[] as kinds) a
       where entry_seq = e.seq and k.kind is not null group by legal_entity) p on true
     order by e.seq, p.legal_entity`,
    [after, ENTRIES_MAX],
  );
}

function eventsOf(rows: readonly MovedEntry[], origin: EventOrigin): Envelope[] {
  const activated = rows.flatMap((row) => (row.kind === 'ACTIVATE' ? movementsOf(row, row.given) : []));
  const expired = rows.flatMap((row) => (row.kind === 'EXPIRE' ? movementsOf(row, row.taken) : []));
  const reasons = (['OPENING_BALANCE', 'GRANT', 'ADJUSTMENT'] as const).map((reason) => {
    const ofReason = rows.filter(({ kind }) => kind === reason);
    return {
      reason,
      given: ofReason.flatMap((row) => movementsOf(row, row.given)),
      taken: ofReason.flatMap((row) => movementsOf(row, row.taken)),
    };
  });
  return [
    ...(activated.length > 0 ? [sealEvent(PointsActivated, { movements: activated }, origin)] : []),
    ...(expired.length > 0 ? [sealEvent(PointsExpired, { movements: expired }, origin)] : []),
    ...reasons
      .filter(({ given }) => given.length > 0)
      .map(({ reason, given }) => sealEvent(PointsGranted, { reason, movements: given }, origin)),
    ...reasons
      .filter(({ taken }) => taken.length > 0)
      .map(({ reason, taken }) => sealEvent(PointsDeducted, { reason, movements: taken }, origin)),
  ];
}

function movementsOf(row: MovedEntry, amountMinor: number | null): PointsMovement[] {
  if (amountMinor === null) return [];
  return [
    {
      entryId: row.entry_id,
      memberId: row.member_id,
      legalEntity: row.legal_entity,
      amountMinor,
      occurredAt: row.occurred_at.toISOString(),
      businessDay: row.business_day,
    },
  ];
}
