import { inTransaction, newId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { MembersContext } from '../../context';
import type { CreatePartnerKeyInput } from '../../generated/graphql';
import { recordAudit } from '../audit';
import { hashKey, keyFault, keyPrefix, newKey } from './key.rules';
import { PartnerKey } from './partner-key.entity';

type Outcome =
  | { __typename: 'PartnerKeyCreated'; key: PartnerKey; secret: string }
  | { __typename: 'PartnerKeyInvalid'; code: 'PARTNER_KEY_INVALID'; message: string };

/** Makes a key and answers its secret, this once. */
export async function createPartnerKey(ctx: MembersContext, input: CreatePartnerKeyInput): Promise<Outcome> {
  const given = { name: input.name, scopes: [...new Set(input.scopes)], expiresAt: input.expiresAt ?? null };
  const fault = keyFault(given, ctx.now);
  if (fault !== null) return { __typename: 'PartnerKeyInvalid', code: 'PARTNER_KEY_INVALID', message: fault };
  const secret = newKey();
  return inTransaction(ctx.db, async (tx): Promise<Outcome> => {
    const key = await insertKey(tx, secret, given, ctx.now);
    await recordAudit(ctx, tx, {
      action: 'partner-key.create',
      target: `partner-key:${key.id}`,
      detail: { scopes: given.scopes },
    });
    return { __typename: 'PartnerKeyCreated', key, secret };
  });
}

/** Stores a key's hash. */
export async function insertKey(
  tx: EntityManager,
  secret: string,
  given: Pick<PartnerKey, 'name' | 'scopes' | 'expiresAt'>,
  now: Date,
): Promise<PartnerKey> {
  const key: PartnerKey = {
    ...given,
    id: newId(),
    name: given.name.trim(),
    prefix: keyPrefix(secret) ?? '',
    hash: hashKey(secret),
    createdAt: now,
    revokedAt: null,
    lastUsedAt: null,
  };
  await tx.insert(PartnerKey, key);
  return key;
}
