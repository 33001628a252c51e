import { setTimeout as sleep } from 'node:timers/promises';
import { badInput, isUuid, normaliseEmail, normalisePhone } from '@adal/service';
import type { LedgerContext } from '../../context';
import type { MemberKey } from '../../generated/graphql';
import { hashContact, onlyKeyOf, type StoredKey } from './member-keys.rules';

/** News of a member who has just enrolled may still be on its way: this long we wait for it. */
const WAIT_MS_MAX = 1_500;
const POLL_MS = 50;

/** The member a till names, by exactly one key; null when nobody has it. */
export async function findMember(ctx: LedgerContext, key: MemberKey): Promise<string | null> {
  const only = onlyKeyOf(key);
  if (!only) throw badInput('Give exactly one key of a member.');
  const { name, value } = only;
  const stored = name === 'id' ? null : storedKey(name, value, ctx.config.PROGRAMME_COUNTRY);
  if (name === 'id' ? !isUuid(value) : stored === null) return null;
  const deadline = Date.now() + WAIT_MS_MAX;
  for (;;) {
    const rows: { id: string }[] = stored
      ? await ctx.db.query('select member_id as id from member_key where kind = $1 and value = $2', [
          stored.kind,
          stored.value,
        ])
      : await ctx.db.query('select id from member where id = $1', [value]);
    if (rows[0]) return rows[0].id;
    if (Date.now() >= deadline) return null;
    await sleep(POLL_MS);
  }
}

/** A key of a till as the ledger keeps it; null: nobody can have such a key. */
export function storedKey(name: string, value: string, country: string): StoredKey | null {
  if (/\p{Cc}/u.test(value)) return null;
  switch (name) {
    case 'externalId':
      return { kind: 'EXTERNAL_ID', value };
    case 'cardNumber':
      return { kind: 'CARD', value: value.trim() };
    case 'phone': {
      const phone = normalisePhone(value, country);
      return phone === null ? null : { kind: 'PHONE', value: hashContact('PHONE', phone) };
    }
    case 'email': {
      const email = normaliseEmail(value);
      return email === null ? null : { kind: 'EMAIL', value: hashContact('EMAIL', email) };
    }
    default:
      return null;
  }
}
