import type { MembersContext } from '../../context';
import { PartnerKey } from './partner-key.entity';

const MINUTE_MS = 60_000;

/** Who a key belongs to; null when it is unknown, expired or revoked. Notes the use, to the minute. */
export async function findPartner({ db, now }: MembersContext, hash: string): Promise<PartnerKey | null> {
  const key = await db.manager.findOneBy(PartnerKey, { hash });
  if (!key || key.revokedAt || (key.expiresAt && key.expiresAt <= now)) return null;
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
  if (!key.lastUsedAt || key.lastUsedAt < minute) await db.manager.update(PartnerKey, key.id, { lastUsedAt: minute });
  return key;
}

/** All keys, newest first. */
export function listPartnerKeys({ db }: MembersContext): Promise<PartnerKey[]> {
  return db.manager.find(PartnerKey, { order: { createdAt: 'DESC', id: 'DESC' } });
}
