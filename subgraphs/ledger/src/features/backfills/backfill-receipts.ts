import { backfillPage, ReceiptsImported, sealEvent, type BackfillSource } from '@adal/events';
import { bookedReceiptOf, linesLoader, paymentsLoader, PurchaseRow } from '../purchases';
import type { DataSource } from 'typeorm';
import { placeOf, readPlace } from './booking-place.rules';

/** About 300 KB. */
const RECEIPTS_MAX = 200;

/** Sales, and imported returns that name none, in the order in which they were booked. */
export const receiptsBackfill: BackfillSource = {
  kind: 'receipts',
  tables: ['purchase'],
  page: async (db, after, origin) => {
    const purchases = await db
      .getRepository(PurchaseRow)
      .createQueryBuilder('p')
      .where('(p.booked_xid, p.id) > (cast(:xid as bigint), cast(:id as text))', readPlace(after))
      .orderBy({ 'p.bookedXid': 'ASC', 'p.id': 'ASC' })
      .limit(RECEIPTS_MAX)
      .getMany();
    const [lines, payments] = [linesLoader(db), paymentsLoader(db)];
    const kept = await keptBy(db, purchases);
    const rows = await Promise.all(
      purchases.map(async (purchase) => {
        const { id } = purchase;
        const receipt = bookedReceiptOf(purchase, ...(await Promise.all([lines.load(id), payments.load(id)])));
        const keptMinor = kept.get(id) ?? 0;
        return { place: placeOf(purchase), receipt: { ...receipt, ...(keptMinor !== 0 && { keptMinor }) } };
      }),
    );
    return backfillPage(
      rows,
      RECEIPTS_MAX,
      ({ place }) => place,
      (told) => [
        sealEvent(ReceiptsImported, { importId: 'backfill', receipts: told.map(({ receipt }) => receipt) }, origin),
      ],
    );
  },
};

/** Earned points that returns without a sale could not take from anybody, by return. */
async function keptBy(db: DataSource, purchases: readonly PurchaseRow[]): Promise<ReadonlyMap<string, number>> {
  const returns = purchases.filter(
    ({ kind, pointsBooked, memberId }) => kind === 'RETURN' && pointsBooked && memberId !== null,
  );
  if (returns.length === 0) return new Map();
  const taken: { id: string; taken: string }[] = await db.query(
    `select e.purchase_id as id, sum(p.amount_minor) as taken from journal_entry e join posting p on p.entry_seq = e.seq
     where e.booked_xid = any($1::bigint[]) and e.purchase_id = any($2) and e.kind = 'RETURN' and p.destination = 'ISSUED' group by 1`,
    [returns.map(({ bookedXid }) => String(bookedXid)), returns.map(({ id }) => id)],
  );
  const takenBy = new Map(taken.map((row) => [row.id, BigInt(row.taken)]));
  return new Map(
    returns.map(({ id, pointsEarnedMinor }) => [id, Number(-pointsEarnedMinor - (takenBy.get(id) ?? 0n))]),
  );
}
