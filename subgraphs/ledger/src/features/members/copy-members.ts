import type { MemberSnapshot } from '@adal/events';
import type { EntityManager } from 'typeorm';
import { keysOf } from './member-keys.rules';

/** Takes over what the members context says, the highest revision of each member; older news changes nothing. */
export async function copyMembers(tx: EntityManager, members: readonly MemberSnapshot[]): Promise<void> {
  const latest = latestOf(members);
  const saved: { id: string }[] = await tx.query(
    `insert into member (id, revision, external_id, status)
     select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) order by 1
     on conflict (id) do update set revision = excluded.revision, external_id = excluded.external_id, status = excluded.status
       where member.revision < excluded.revision
     returning id`,
    [
      latest.map((m) => m.memberId),
      latest.map((m) => m.revision),
      latest.map((m) => m.externalId),
      latest.map((m) => m.status),
    ],
  );
  const fresh = new Set(saved.map((row) => row.id));
  const keys = latest
    .filter((m) => fresh.has(m.memberId))
    .flatMap((m) => keysOf(m).map((key) => ({ ...key, memberId: m.memberId })));
  await tx.query('delete from member_key where member_id = any($1::uuid[])', [[...fresh]]);
  // A key that moved from one member to another belongs to whom it was given last.
  await tx.query(
    `insert into member_key (kind, value, member_id)
     select distinct on (kind, value) kind, value, member_id
       from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as k(kind, value, member_id, n) order by kind, value, n desc
     on conflict (kind, value) do update set member_id = excluded.member_id`,
    [keys.map((key) => key.kind), keys.map((key) => key.value), keys.map((key) => key.memberId)],
  );
}

function latestOf(members: readonly MemberSnapshot[]): MemberSnapshot[] {
  const latest = new Map<string, MemberSnapshot>();
  for (const member of members) {
    const known = latest.get(member.memberId);
    if (!known || known.revision < member.revision) latest.set(member.memberId, member);
  }
  return [...latest.values()];
}
