import { backfillPage, ReceiptsImported, sealEvent, type BackfillSource } from '@adal/events';
import { bookedReceiptOf, linesLoader, paymentsLoader, PurchaseRow } from '../purchases';
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
    const rows = await Promise.all(
      purchases.map(async (purchase) => {
        const { id } = purchase;
        const receipt = bookedReceiptOf(purchase, ...(await Promise.all([lines.load(id), payments.load(id)])));
        return { place: placeOf(purchase), receipt };
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
