import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { PaymentRow } from './payment.entity';
import { PurchaseLineRow } from './purchase-line.entity';

/** Lines by purchase, by number. */
export function linesLoader(db: DataSource): DataLoader<string, PurchaseLineRow[]> {
  return new DataLoader(async (ids) => {
    const lines = await db
      .getRepository(PurchaseLineRow)
      .find({ where: { purchaseId: In(ids) }, order: { lineNo: 'asc' } });
    const byPurchase = Map.groupBy(lines, (line) => line.purchaseId);
    return ids.map((id) => byPurchase.get(id) ?? []);
  });
}

/** Payments by purchase. */
export function paymentsLoader(db: DataSource): DataLoader<string, PaymentRow[]> {
  return new DataLoader(async (ids) => {
    const payments = await db.getRepository(PaymentRow).find({ where: { purchaseId: In(ids) }, order: { n: 'asc' } });
    const byPurchase = Map.groupBy(payments, (payment) => payment.purchaseId);
    return ids.map((id) => byPurchase.get(id) ?? []);
  });
}
