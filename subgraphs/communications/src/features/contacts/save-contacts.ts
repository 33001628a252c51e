import type { MemberSnapshot } from '@adal/events';
import type { EntityManager } from 'typeorm';

/** Keeps the newest revision of each member; late and repeated snapshots change nothing. */
export async function saveContacts(tx: EntityManager, members: readonly MemberSnapshot[]): Promise<void> {
  const rows = newestOfEach(members).map((member) => ({
    member_id: member.memberId,
    revision: member.revision,
    status: member.status,
    first_name: member.firstName,
    email: member.email,
    language: member.language,
    consents: member.consents.filter((consent) => consent.given).map((consent) => consent.channel),
  }));
  await tx.query(
    `insert into contact (member_id, revision, status, first_name, email, language, consents)
     select member_id, revision, status, first_name, email, language, consents
     from jsonb_to_recordset($1::jsonb) as row(member_id uuid, revision bigint, status text, first_name text,
                                               email text, language text, consents text[])
     -- In id order: two batches that hold the same members would otherwise deadlock.
     order by member_id
     on conflict (member_id) do update set
       revision = excluded.revision, status = excluded.status, first_name = excluded.first_name,
       email = excluded.email, language = excluded.language, consents = excluded.consents
     where contact.revision < excluded.revision`,
    [JSON.stringify(rows)],
  );
}

/** One snapshot a member: Postgres refuses to touch a row twice in one statement. */
function newestOfEach(members: readonly MemberSnapshot[]): MemberSnapshot[] {
  const newest = new Map<string, MemberSnapshot>();
  for (const member of members) {
    const known = newest.get(member.memberId);
    if (!known || known.revision < member.revision) newest.set(member.memberId, member);
  }
  return [...newest.values()];
}
