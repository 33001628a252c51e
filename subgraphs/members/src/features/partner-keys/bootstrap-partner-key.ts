import { ConfigFault, inTransaction, TILL_SCOPES, type Logger, type Permission } from '@adal/service';
import type { DataSource } from 'typeorm';
import { insertKey } from './create-partner-key';
import { hashKey, keyPrefix } from './key.rules';
import { PartnerKey } from './partner-key.entity';

/** What the local stack's key may do: a till's work, filling the stack with data, and reading the figures. */
const SCOPES: readonly Permission[] = [
  ...TILL_SCOPES,
  'members.import',
  'ledger.import',
  'ledger.read',
  'stores.read',
  'stores.write',
  'catalogue.read',
  'catalogue.import',
  'programme.read',
  'promotions.read',
  'metrics.read',
];

/** Makes the key of the settings unless it is there already. */
export async function bootstrapPartnerKey(db: DataSource, secret: string, log: Logger): Promise<void> {
  if (keyPrefix(secret) === null) throw new ConfigFault('BOOTSTRAP_PARTNER_KEY must look like adal_<prefix>_<secret>.');
  await inTransaction(db, async (tx) => {
    if (await tx.existsBy(PartnerKey, { hash: hashKey(secret) })) return;
    const local = { name: 'Local stack', scopes: [...SCOPES], expiresAt: null, requestsPerMinute: null };
    const key = await insertKey(tx, secret, local, new Date());
    log.info({ partnerKeyId: key?.id }, 'Partner key made from the settings');
  });
}
