import DataLoader from 'dataloader';
import { In, type DataSource } from 'typeorm';
import { ReturnLineRow } from './return-line.entity';
import { ReturnRow } from './return.entity';

/** Returns by purchase, the first first. */
export function returnsLoader(db: DataSource): DataLoader<string, ReturnRow[]> {
  return new DataLoader(async (purchaseIds) => {
    const returns = await db
      .getRepository(ReturnRow)
      .find({ where: { purchaseId: In(purchaseIds) }, order: { recordedAt: 'asc', id: 'asc' } });
    return purchaseIds.map((id) => returns.filter((row) => row.purchaseId === id));
  });
}

/** Lines by return. */
export function returnLinesLoader(db: DataSource): DataLoader<string, ReturnLineRow[]> {
  return new DataLoader(async (returnIds) => {
    const lines = await db
      .getRepository(ReturnLineRow)
      .find({ where: { returnId: In(returnIds) }, order: { lineNo: 'asc' } });
    return returnIds.map((id) => lines.filter((line) => line.returnId === id));
  });
}

/** Quantities given back so far, by purchase, then by line number. */
export function returnedQuantitiesLoader(db: DataSource): DataLoader<string, ReadonlyMap<number, bigint>> {
  return new DataLoader(async (purchaseIds) => {
    const rows: { purchase_id: string; line_no: number; quantity: string }[] = await db.query(
      'select purchase_id, line_no, sum(quantity_milli) as quantity from return_line where purchase_id = any($1) group by 1, 2',
      [purchaseIds],
    );
    return purchaseIds.map(
      (id) => new Map(rows.filter((row) => row.purchase_id === id).map((row) => [row.line_no, BigInt(row.quantity)])),
    );
  });
}
