import {
  backfillPage,
  PurchaseReturned,
  ReceiptsImported,
  sealEvent,
  type BackfillSource,
  type BookedReceipt,
  type Envelope,
  type EventOrigin,
} from '@adal/events';
import { In, type DataSource } from 'typeorm';
import { linesLoader, PurchaseRow } from '../purchases';
import { returnLinesLoader, returnReceiptOf, ReturnRow } from '../returns';
import { placeOf, readPlace } from './booking-place.rules';

/** About 300 KB. */
const RETURNS_MAX = 150;

/** Returns of sales in the order in which they were booked: each as it was told, of a file or of a till. */
export const returnsBackfill: BackfillSource = {
  kind: 'returns',
  tables: ['purchase_return'],
  page: async (db, after, origin) => {
    const returns = await db
      .getRepository(ReturnRow)
      .createQueryBuilder('r')
      .where('(r.booked_xid, r.id) > (cast(:xid as bigint), cast(:id as text))', readPlace(after))
      .orderBy({ 'r.bookedXid': 'ASC', 'r.id': 'ASC' })
      .limit(RETURNS_MAX)
      .getMany();
    return backfillPage(
      await tellable(db, returns),
      RETURNS_MAX,
      ({ place }) => place,
      (rows) => eventsOf(rows, origin),
    );
  },
};

interface TellableReturn {
  readonly id: string;
  readonly place: string;
  readonly ofFile: boolean;
  readonly receipt: BookedReceipt;
  readonly withheldMinor: number;
  readonly unexpiredMinor: number;
}

async function tellable(db: DataSource, returns: readonly ReturnRow[]): Promise<TellableReturn[]> {
  const purchases = await db
    .getRepository(PurchaseRow)
    .findBy({ id: In([...new Set(returns.map(({ purchaseId }) => purchaseId))]) });
  const sales = new Map(purchases.map((purchase) => [purchase.id, purchase]));
  const unexpired = await unexpiredBy(db, returns);
  const [lines, parts] = [linesLoader(db), returnLinesLoader(db)];
  return Promise.all(
    returns.map(async (row) => {
      const sale = sales.get(row.purchaseId);
      if (!sale) throw new Error(`Return ${row.id} has no sale`);
      const [sold, back] = await Promise.all([lines.load(sale.id), parts.load(row.id)]);
      return {
        ...{ id: row.id, place: placeOf(row), ofFile: row.importId !== null },
        receipt: returnReceiptOf(row, sale, sold, back),
        withheldMinor: Number(row.withheldMinor),
        unexpiredMinor: unexpired.get(row.id) ?? 0,
      };
    }),
  );
}

/** By how much the account EXPIRED fell, by return. */
async function unexpiredBy(db: DataSource, returns: readonly ReturnRow[]): Promise<ReadonlyMap<string, number>> {
  const rows: { id: string; unexpired: number }[] = await db.query(
    `select e.return_id as id, sum(case p.source when 'EXPIRED' then p.amount_minor else -p.amount_minor end)::float8 as unexpired
     from journal_entry e join posting p on p.entry_seq = e.seq
     where e.booked_xid = any($1::bigint[]) and e.return_id = any($2) and 'EXPIRED' in (p.source, p.destination) group by 1`,
    [returns.map(({ bookedXid }) => String(bookedXid)), returns.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, unexpired }) => [id, unexpired]));
}

function eventsOf(rows: readonly TellableReturn[], origin: EventOrigin): Envelope[] {
  const ofFiles = rows
    .filter(({ ofFile }) => ofFile)
    .map(({ receipt, unexpiredMinor }) => ({ ...receipt, ...(unexpiredMinor !== 0 && { unexpiredMinor }) }));
  return [
    ...(ofFiles.length > 0 ? [sealEvent(ReceiptsImported, { importId: 'backfill', receipts: ofFiles }, origin)] : []),
    ...rows
      .filter(({ ofFile }) => !ofFile)
      .map(({ id: returnId, receipt, withheldMinor, unexpiredMinor }) => {
        const originalPurchaseId = receipt.originalPurchaseId ?? '';
        return sealEvent(
          PurchaseReturned,
          { returnId, originalPurchaseId, receipt, balance: null, withheldMinor, unexpiredMinor },
          origin,
        );
      }),
  ];
}
