import type { MemberSnapshot } from '@adal/events';
import type { EntityManager } from 'typeorm';

/** Members as others need to know them, in no order. */
export function listSnapshots(tx: EntityManager, memberIds: readonly string[]): Promise<MemberSnapshot[]> {
  return tx.query(
    `select m.id as "memberId", m.revision, m.external_id as "externalId", m.status, m.first_name as "firstName",
       m.last_name as "lastName", m.phone, m.email, m.birth_date::text as "birthDate", m.gender, m.city,
       m.home_store_id as "homeStoreId", m.language, m.channel, m.attributes,
       (select coalesce(jsonb_agg(child - 'name'), '[]') from jsonb_array_elements(m.children) as child) as children,
       to_char(m.registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "registeredAt",
       coalesce(c.cards, '[]') as cards, coalesce(s.consents, '[]') as consents
     from member m
     left join lateral (
       select json_agg(json_build_object('number', number, 'kind', kind, 'status', status) order by issued_at, number) as cards
       from card where member_id = m.id
     ) c on true
     left join lateral (
       select json_agg(json_build_object('channel', channel, 'given', given) order by channel) as consents
       from consent where member_id = m.id
     ) s on true
     where m.id = any($1::uuid[])`,
    [memberIds],
  );
}
