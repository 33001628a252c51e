import { withClient, type Stack } from '@adal/local';

/** Card of the n-th of them. */
export const cardOf = (n: number): string => `88${String(n).padStart(10, '0')}`;

/** Puts so many further members with a card each into the copy that quotes look at. */
export function growMembers(stack: Stack, count: number): Promise<void> {
  return withClient(stack.databaseUrl('promotions'), async (client) => {
    await client.query(
      `with grown as (
         insert into member (id, revision, status, external_id, birth_date, gender, city, language)
         select gen_random_uuid(), 1, 'ACTIVE', 'bench-' || n, date '1960-01-01' + (n % 18000),
           case n % 2 when 0 then 'FEMALE' else 'MALE' end, (array['Алматы', 'Астана', 'Шымкент'])[1 + n % 3], 'ru'
         from generate_series(0, $1::int - 1) n returning id, external_id)
       insert into member_card (number, member_id) select '88' || lpad(substr(external_id, 7), 10, '0'), id from grown`,
      [count],
    );
    // What growing left to do is done before anything is measured, not beside it.
    await client.query('vacuum (analyze) member, member_card');
  });
}
