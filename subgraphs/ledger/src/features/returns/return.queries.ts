import { In, type EntityManager } from 'typeorm';
import { ReturnLineRow } from './return-line.entity';
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
