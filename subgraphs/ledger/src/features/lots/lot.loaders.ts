import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { LotRow } from './lot.entity';

/** Open lots by member, the next to expire first. */
export function openLotsLoader(db: DataSource): DataLoader<string, LotRow[]> {
  return new DataLoader(async (memberIds) => {
    const lots = await db.getRepository(LotRow).find({
      where: { memberId: In(memberIds), status: In(['PENDING', 'ACTIVE']) },
      order: { expiresAt: { direction: 'asc', nulls: 'last' }, id: 'asc' },
    });
    return memberIds.map((memberId) => lots.filter((lot) => lot.memberId === memberId));
  });
}

/** Lots by id; a posting names no lot that is not there. */
export function lotsLoader(db: DataSource): DataLoader<string, LotRow> {
  return new DataLoader(async (ids) => {
    const lots = await db.getRepository(LotRow).findBy({ id: In(ids) });
    return ids.map((id) => lots.find((lot) => lot.id === id) ?? new Error(`No lot ${id}`));
  });
}

/** A posting of a lot with its entry. */
export interface LotMovement {
  readonly lotId: string;
  readonly bookedAt: Date;
  readonly occurredAt: Date;
  readonly kind: string;
  readonly note: string;
  readonly purchaseId: string | null;
  readonly source: string;
  readonly destination: string;
  readonly amount: bigint;
}

/** A lot whose movements are asked for. */
export interface MovementsKey {
  readonly id: string;
  readonly memberId: string;
}

/** Movements by lot, the first first; found among the entries of its member. */
export function lotMovementsLoader(db: DataSource): DataLoader<MovementsKey, LotMovement[], string> {
  return new DataLoader(
    async (keys) => {
      const rows: (Omit<LotMovement, 'amount'> & { amount: string })[] = await db.query(
        `select p.lot_id as "lotId", e.booked_at as "bookedAt", e.occurred_at as "occurredAt", e.kind, e.note, e.purchase_id as "purchaseId",
           p.source, p.destination, p.amount_minor as amount
         from journal_entry e join posting p on p.entry_seq = e.seq where e.member_id = any($1) and p.lot_id = any($2)
         order by e.seq, p.source, p.destination`,
        [[...new Set(keys.map(({ memberId }) => memberId))], keys.map(({ id }) => id)],
      );
      const movements = rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
      return keys.map(({ id }) => movements.filter(({ lotId }) => lotId === id));
    },
    { cacheKeyFn: ({ id }) => id },
  );
}
