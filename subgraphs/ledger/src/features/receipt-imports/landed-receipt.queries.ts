import { In, type EntityManager } from 'typeorm';
import { PurchaseLineRow, PurchaseRow } from '../purchases';
import { findPromotionsBack, findReturned } from '../returns';
import { importedId } from './imported-receipt.rules';
import type { OriginalSale } from './link-return.rules';

/** What is there already by receipt id: the content hash of what landed before, null for what a till booked under this very id. */
export async function findLanded(
  tx: EntityManager,
  receiptIds: readonly string[],
): Promise<ReadonlyMap<string, Buffer | null>> {
  const rows: { id: string; content_hash: Buffer }[] = await tx.query(
    `select id, content_hash from purchase where id = any($1) union all select id, content_hash from purchase_return where id = any($1)`,
    [[...receiptIds.map(importedId), ...receiptIds]],
  );
  const hashes = new Map(rows.map((row) => [row.id, row.content_hash]));
  return new Map(
    receiptIds.flatMap((id) => {
      const hash = hashes.get(importedId(id)) ?? (hashes.has(id) ? null : undefined);
      return hash === undefined ? [] : [[id, hash] as const];
    }),
  );
}

/** Sales that returns name, imported or a till's own, locked so that nobody else returns them meanwhile; by the id the file uses. */
export async function findOriginals(
  tx: EntityManager,
  receiptIds: readonly string[],
): Promise<Map<string, OriginalSale>> {
  const originals = new Map<string, OriginalSale>();
  if (receiptIds.length === 0) return originals;
  const names = new Map(receiptIds.flatMap((id) => [[importedId(id), id] as const, [id, id] as const]));
  const purchases = await tx.getRepository(PurchaseRow).find({
    where: { id: In([...names.keys()]), kind: 'SALE' },
    order: { id: 'asc' },
    lock: { mode: 'pessimistic_write' },
  });
  const ids = purchases.map(({ id }) => id);
  const lines = Map.groupBy(
    await tx.getRepository(PurchaseLineRow).find({ where: { purchaseId: In(ids) }, order: { lineNo: 'asc' } }),
    (line) => line.purchaseId,
  );
  const returned = await findReturned(tx, ids);
  const promotionsBack = await findPromotionsBack(tx, ids);
  for (const purchase of purchases) {
    const original = {
      purchase,
      lines: lines.get(purchase.id) ?? [],
      returned: returned.get(purchase.id) ?? new Map(),
      promotionsBack: promotionsBack.get(purchase.id) ?? [],
    };
    originals.set(names.get(purchase.id) ?? purchase.id, original);
  }
  return originals;
}
