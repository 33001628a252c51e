import { isUuid } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { MemberKey } from '../../generated/graphql';
import { storedKey } from './find-member';
import type { MemberCopy } from './member.entity';
import { onlyKeyOf } from './member-keys.rules';

/** Who has a key; or why nobody. */
export type FoundMember = Pick<MemberCopy, 'id' | 'status'> | 'KEY_INVALID' | 'UNKNOWN';

/** The members these keys name, in their order, in one round trip. Nobody is waited for. */
export async function findMembersByKey(
  tx: EntityManager,
  keys: readonly MemberKey[],
  country: string,
): Promise<FoundMember[]> {
  const named = keys.map((key): { kind: string; value: string } | 'KEY_INVALID' | 'UNKNOWN' => {
    const only = onlyKeyOf(key);
    if (!only) return 'KEY_INVALID';
    if (only.name !== 'id') return storedKey(only.name, only.value, country) ?? 'UNKNOWN';
    return isUuid(only.value) ? { kind: 'ID', value: only.value } : 'UNKNOWN';
  });
  const found: (Pick<MemberCopy, 'id' | 'status'> & { n: number })[] = await tx.query(
    `select k.n::int as n, m.id, m.status from unnest($1::int[], $2::text[], $3::text[]) k(n, kind, value)
     left join member_key y on y.kind = k.kind and y.value = k.value
     join member m on m.id = case k.kind when 'ID' then k.value::uuid else y.member_id end`,
    ['n', 'kind', 'value'].map((column) =>
      named.flatMap((key, n) => (typeof key === 'string' ? [] : [{ n, ...key }[column as 'n' | 'kind' | 'value']])),
    ),
  );
  const members = new Map(found.map(({ n, id, status }) => [n, { id, status }]));
  return named.map((key, n) => (typeof key === 'string' ? key : (members.get(n) ?? 'UNKNOWN')));
}
