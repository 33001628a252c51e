import { createHash } from 'node:crypto';
import type { MemberSnapshot } from '@adal/events';
import type { MemberKey } from '../../generated/graphql';
import type { MemberKeyRow } from './member.entity';

/** A key as the ledger keeps it. */
export type StoredKey = Pick<MemberKeyRow, 'kind' | 'value'>;

/** A contact is kept as a hash: enough to find its member, useless to whoever reads the table. */
export function hashContact(kind: 'PHONE' | 'EMAIL', value: string): string {
  return createHash('sha256').update(`${kind.toLowerCase()}:${value}`).digest('hex');
}

/** The one key that is given; null when there is none, or several. */
export function onlyKeyOf(key: MemberKey): { name: string; value: string } | null {
  const given = Object.entries(key).filter(([, value]) => value !== null && value !== undefined);
  const [name, value] = given[0] ?? [];
  return given.length === 1 && name && typeof value === 'string' ? { name, value } : null;
}

/** Every key a till may use for a member: active cards, contacts, the id in the chain's own CRM. */
export function keysOf(member: MemberSnapshot): StoredKey[] {
  const keys: StoredKey[] = member.cards
    .filter((card) => card.status === 'ACTIVE')
    .map((card) => ({ kind: 'CARD', value: card.number }));
  if (member.phone) keys.push({ kind: 'PHONE', value: hashContact('PHONE', member.phone) });
  if (member.email) keys.push({ kind: 'EMAIL', value: hashContact('EMAIL', member.email) });
  if (member.externalId) keys.push({ kind: 'EXTERNAL_ID', value: member.externalId });
  return keys;
}
