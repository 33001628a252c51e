import type { QuotedPromotion } from '@adal/events';
import { In, type EntityManager } from 'typeorm';
import { ReturnLineRow } from './return-line.entity';
import { ReturnRow } from './return.entity';
import { addParts, type ReturnedPart } from './return.rules';

/** What has come back of these purchases so far, by purchase, then by line. */
export async function findReturned(
  tx: EntityManager,
  purchaseIds: readonly string[],
): Promise<Map<string, Map<number, ReturnedPart>>> {
  const returned = new Map(purchaseIds.map((id) => [id, new Map<number, ReturnedPart>()]));
  for (const line of await tx.getRepository(ReturnLineRow).findBy({ purchaseId: In(purchaseIds) })) {
    const parts = returned.get(line.purchaseId);
    const known = parts?.get(line.lineNo);
    parts?.set(line.lineNo, known ? addParts(known, line) : line);
  }
  return returned;
}

/** What earlier returns of these purchases took of whose promotions, by purchase. */
export async function findPromotionsBack(
  tx: EntityManager,
  purchaseIds: readonly string[],
): Promise<Map<string, QuotedPromotion[]>> {
  const back = new Map(purchaseIds.map((id) => [id, new Array<QuotedPromotion>()]));
  if (purchaseIds.length === 0) return back;
  for (const row of await tx.getRepository(ReturnRow).findBy({ purchaseId: In(purchaseIds) }))
    back.get(row.purchaseId)?.push(...(row.promotions ?? []));
  return back;
}
