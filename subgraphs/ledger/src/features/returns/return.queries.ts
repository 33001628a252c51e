import type { EntityManager } from 'typeorm';
import { ReturnLineRow } from './return-line.entity';
import { addParts, type ReturnedPart } from './return.rules';

/** What has come back of a purchase so far, by line. */
export async function findReturned(tx: EntityManager, purchaseId: string): Promise<Map<number, ReturnedPart>> {
  const returned = new Map<number, ReturnedPart>();
  for (const line of await tx.getRepository(ReturnLineRow).findBy({ purchaseId })) {
    const known = returned.get(line.lineNo);
    returned.set(line.lineNo, known ? addParts(known, line) : line);
  }
  return returned;
}
