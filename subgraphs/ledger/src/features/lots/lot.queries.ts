import type { PointsMovement } from '@adal/events';
import { badInput, connectionOf, decodeCursor, isUuid, pageSize, type Connection } from '@adal/service';
import { In, type EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { LotStatus } from '../../generated/graphql';
import { LotRow } from './lot.entity';

interface BornLot {
  readonly seq: string;
  readonly lot: LotRow;
}
export type LotPage = Connection<LotRow>;

/** A member's lots, the newest first, by keyset over the entries that made them. */
export async function listLots(
  ctx: LedgerContext,
  memberId: string,
  page: {
    status?: readonly LotStatus[] | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
  },
): Promise<LotPage> {
  const size = pageSize(page.first);
  const before = decodeCursor(page.after, 2);
  if (before && !(/^\d{1,18}$/.test(String(before[0])) && isUuid(String(before[1]))))
    throw badInput('after is not a cursor of this list.');
  if (!isUuid(memberId)) return connectionOf<LotRow>([], size, page.after, () => []);
  // An index of lots by member would cost every sale; a wallet's entries lead to all of its lots.
  const born: { seq: string; id: string }[] = await ctx.db.query(
    `select b.seq, l.id from (
       select p.lot_id, min(e.seq) as seq from journal_entry e join posting p on p.entry_seq = e.seq where e.member_id = $1 group by p.lot_id) b
     join lot l on l.id = b.lot_id
     where ($2::bigint is null or b.seq < $2 or (b.seq = $2 and l.id < $3)) and ($4::text[] is null or l.status::text = any($4))
     order by b.seq desc, l.id desc limit $5`,
    [memberId, before?.[0] ?? null, before?.[1] ?? null, page.status ?? null, size + 1],
  );
  const lots = await ctx.db.getRepository(LotRow).findBy({ id: In(born.map(({ id }) => id)) });
  const rows = born.flatMap(({ seq, id }): BornLot[] => {
    const lot = lots.find((candidate) => candidate.id === id);
    return lot ? [{ seq, lot }] : [];
  });
  const paged = connectionOf(rows, size, page.after, ({ seq, lot }) => [seq, lot.id]);
  return { ...paged, edges: paged.edges.map(({ cursor, node }) => ({ cursor, node: node.lot })) };
}

/** Points of a lot that change soon. */
export interface UpcomingPoints {
  readonly at: Date;
  readonly kind: 'ACTIVATES' | 'EXPIRES';
  readonly amount: bigint;
  readonly lot: LotRow;
}

const DAY_MS = 86_400_000;
const WITHIN_DAYS_MAX = 366;

/** What becomes spendable and what expires within so many days, the first first. */
export async function listUpcoming(
  ctx: LedgerContext,
  memberId: string,
  withinDays: number,
): Promise<UpcomingPoints[]> {
  if (withinDays < 1 || withinDays > WITHIN_DAYS_MAX)
    throw badInput(`withinDays must be from 1 to ${WITHIN_DAYS_MAX}.`);
  const until = new Date(ctx.now.getTime() + withinDays * DAY_MS);
  const soon = (at: Date | null): at is Date => at !== null && at > ctx.now && at <= until;
  const lots = await ctx.loaders.openLots.load(memberId);
  const upcoming = lots.flatMap((lot): UpcomingPoints[] => {
    const amount = lot.leftMinor - lot.heldMinor;
    return [
      ...(soon(lot.activatesAt) && lot.status === 'PENDING'
        ? [{ at: lot.activatesAt, kind: 'ACTIVATES' as const, amount, lot }]
        : []),
      ...(soon(lot.expiresAt) ? [{ at: lot.expiresAt, kind: 'EXPIRES' as const, amount, lot }] : []),
    ];
  });
  return upcoming.filter(({ amount }) => amount > 0n).sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** Entries of transactions after the first and up to the last of these. */
export const ENTRIES_OF_TRANSACTIONS = 'select seq from journal_entry where booked_xid > $1 and booked_xid <= $2';

/** What legal entities owe besides what the events of entries say; `entries` is a query of their numbers in the journal. */
export async function listCrossings(
  db: Pick<EntityManager, 'query'>,
  entries: string,
  values: readonly unknown[],
): Promise<PointsMovement[]> {
  const rows: CrossingRow[] = await db.query(
    `select entry_id, member_id, legal_entity, amount::float8, occurred_at, business_day::text from books.crossings(array(${entries}))`,
    [...values],
  );
  return rows.map((row) => ({
    entryId: row.entry_id,
    memberId: row.member_id,
    legalEntity: row.legal_entity,
    amountMinor: row.amount,
    occurredAt: row.occurred_at.toISOString(),
    businessDay: row.business_day,
  }));
}

interface CrossingRow {
  readonly entry_id: string;
  readonly member_id: string;
  readonly legal_entity: string;
  readonly amount: number;
  readonly occurred_at: Date;
  readonly business_day: string;
}
