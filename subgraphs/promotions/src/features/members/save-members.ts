import type { MemberSnapshot } from '@adal/events';
import type { EntityManager } from 'typeorm';
import { hashContact } from './contact-hash.rules';

/** Keeps the newest state of each member and of their active cards. */
export async function saveMembers(tx: EntityManager, snapshots: readonly MemberSnapshot[]): Promise<void> {
  const newest = new Map<string, MemberSnapshot>();
  for (const snapshot of snapshots) {
    if (snapshot.revision > (newest.get(snapshot.memberId)?.revision ?? -1)) newest.set(snapshot.memberId, snapshot);
  }
  const changed: { id: string }[] = await tx.query(UPSERT, [JSON.stringify([...newest.values()].map(rowOf))]);
  const ids = changed.map(({ id }) => id);
  const cards = ids.flatMap((memberId) =>
    (newest.get(memberId)?.cards ?? [])
      .filter(({ status }) => status === 'ACTIVE')
      .map(({ number }) => ({ number, memberId })),
  );
  await tx.query('delete from member_card where member_id = any($1::uuid[])', [ids]);
  // A card that moved belongs to whoever had it last.
  await tx.query(
    `insert into member_card (number, member_id)
     select distinct on (number) number, "memberId" from jsonb_to_recordset($1::jsonb) as row(number text, "memberId" uuid)
     order by number
     on conflict (number) do update set member_id = excluded.member_id`,
    [JSON.stringify(cards)],
  );
}

const UPSERT = `
  insert into member as existing (id, revision, status, external_id, phone_hash, email_hash, birth_date, gender, city, language,
    registered_at, attributes, children)
  select id, revision, status, "externalId", "phoneHash", "emailHash", "birthDate", gender, city, language, "registeredAt",
    attributes, children
  from jsonb_to_recordset($1::jsonb) as row(id uuid, revision bigint, status text, "externalId" text, "phoneHash" text,
    "emailHash" text, "birthDate" date, gender text, city text, language text, "registeredAt" timestamptz, attributes jsonb,
    children jsonb)
  order by id
  on conflict (id) do update set revision = excluded.revision, status = excluded.status,
    external_id = excluded.external_id, phone_hash = excluded.phone_hash, email_hash = excluded.email_hash,
    birth_date = excluded.birth_date, gender = excluded.gender, city = excluded.city, language = excluded.language,
    registered_at = excluded.registered_at, attributes = excluded.attributes, children = excluded.children
  where excluded.revision > existing.revision
  returning id`;

const rowOf = (member: MemberSnapshot) => ({
  id: member.memberId,
  revision: member.revision,
  status: member.status,
  externalId: member.externalId,
  phoneHash: member.phone === null ? null : hashContact('phone', member.phone),
  emailHash: member.email === null ? null : hashContact('email', member.email.toLowerCase()),
  birthDate: member.birthDate,
  gender: member.gender === 'UNKNOWN' ? null : member.gender,
  city: member.city,
  language: member.language,
  registeredAt: member.registeredAt,
  attributes: member.attributes,
  children: member.children ?? [],
});
