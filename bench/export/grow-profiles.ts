import { withClient, type Stack } from '@adal/local';

/** Profiles and cards of the members that build-chain.ts made up for the store of facts. */
export function growProfiles(stack: Stack, count: number): Promise<void> {
  return withClient(stack.databaseUrl('members'), async (client) => {
    await client.query(
      `with grown as (
         insert into member (id, external_id, first_name, last_name, phone, birth_date, gender, city, language, channel, registered_at)
         select (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench-' || n,
           (array['Айгерім', 'Динара', 'Ольга', 'Арман'])[1 + n % 4], (array['Ахмет', 'Оспан', 'Ким'])[1 + n % 3],
           '+7702' || lpad(n::text, 7, '0'), date '1960-01-01' + (n % 18000), case n % 2 when 0 then 'FEMALE' else 'MALE' end,
           (array['Алматы', 'Астана', 'Шымкент'])[1 + n % 3], 'ru', 'TILL', timestamptz '2025-01-01' + n * interval '1 minute'
         from generate_series(0, $1::int - 1) n returning id, external_id, registered_at)
       insert into card (number, member_id, kind, issued_at)
       select '88' || lpad(substr(external_id, 7), 10, '0'), id, 'VIRTUAL', registered_at from grown`,
      [count],
    );
    await client.query('vacuum (analyze) member, card');
  });
}
