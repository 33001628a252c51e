import type { DataSource, EntityManager } from 'typeorm';
import { readDefinition } from '../definitions';
import type { PromotionLimits } from '../limits';
import { getProgramme } from '../programme';
import { Approval } from './approval.entity';
import { needsApproval } from './approval.rules';

interface Approvable {
  id: string;
  version: number;
  definition: unknown;
  limits: PromotionLimits;
}

/** What was asked and decided about this version; null when nobody asked. */
export function findApproval(
  db: DataSource | EntityManager,
  { id, version }: Pick<Approvable, 'id' | 'version'>,
): Promise<Approval | null> {
  return db.getRepository(Approval).findOneBy({ promotionId: id, version });
}

/** Whether this version needs a second person who has not approved it yet. */
export async function lacksApproval(db: DataSource | EntityManager, promotion: Approvable): Promise<boolean> {
  const read = readDefinition(promotion.definition);
  if (!('definition' in read)) return false;
  if (!needsApproval(await getProgramme(db), read.definition, promotion.limits)) return false;
  return (await findApproval(db, promotion))?.status !== 'APPROVED';
}
