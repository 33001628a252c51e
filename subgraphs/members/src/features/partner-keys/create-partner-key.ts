import { inTransaction, isUuid, newId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { MembersContext } from '../../context';
import type { CreatePartnerKeyInput } from '../../generated/graphql';
import { recordAudit } from '../audit';
import { hashKey, isSameKey, keyFault, keyPrefix, newKey, type NewKey } from './key.rules';
import { PartnerKey } from './partner-key.entity';

type Outcome =
  | { __typename: 'PartnerKeyCreated'; key: PartnerKey; secret: string }
  | { __typename: 'PartnerKeyMade'; code: 'PARTNER_KEY_MADE'; message: string; key: PartnerKey }
  | { __typename: 'PartnerKeyInvalid'; code: 'PARTNER_KEY_INVALID'; message: string };

/** Makes a key, once per keyId, and answers its secret, this once. */
export async function createPartnerKey(ctx: MembersContext, input: CreatePartnerKeyInput): Promise<Outcome> {
  const given: NewKey = {
    name: input.name.trim(),
    scopes: [...new Set(input.scopes)],
    expiresAt: input.expiresAt ?? null,
    requestsPerMinute: input.requestsPerMinute ?? null,
  };
  if (input.keyId != null && !isUuid(input.keyId)) return invalid('keyId must be a UUID.');
  const fault = keyFault(given, ctx.now);
  const id = input.keyId?.toLowerCase() ?? newId();
  return inTransaction(ctx.db, async (tx): Promise<Outcome> => {
    const before = input.keyId == null ? null : await tx.findOneBy(PartnerKey, { id });
    if (before) return madeBefore(before, given);
    if (fault !== null) return invalid(fault);
    const secret = newKey();
    const key = await insertKey(tx, secret, given, ctx.now, id);
    if (!key) return madeBefore(await tx.findOneByOrFail(PartnerKey, { id }), given);
    await recordAudit(ctx, tx, {
      action: 'partner-key.create',
      target: `partner-key:${key.id}`,
      detail: { scopes: given.scopes },
    });
    return { __typename: 'PartnerKeyCreated', key, secret };
  });
}

function madeBefore(key: PartnerKey, given: NewKey): Outcome {
  if (!isSameKey(key, given)) return invalid('This keyId was used for another key: make a new one.');
  const message =
    'An earlier try made this key and showed its secret: if that is lost, revoke the key and make another.';
  return { __typename: 'PartnerKeyMade', code: 'PARTNER_KEY_MADE', message, key };
}

const invalid = (message: string): Outcome => ({
  __typename: 'PartnerKeyInvalid',
  code: 'PARTNER_KEY_INVALID',
  message,
});

/** Stores a key's hash; null when its id is taken. */
export async function insertKey(
  tx: EntityManager,
  secret: string,
  given: NewKey,
  now: Date,
  id = newId(),
): Promise<PartnerKey | null> {
  const key: PartnerKey = {
    ...given,
    id,
    prefix: keyPrefix(secret) ?? '',
    hash: hashKey(secret),
    createdAt: now,
    revokedAt: null,
    lastUsedAt: null,
  };
  const query = tx.createQueryBuilder().insert().into(PartnerKey).values(key);
  const inserted = await query.orIgnore().returning('id').execute();
  return (inserted.raw as unknown[]).length > 0 ? key : null;
}
