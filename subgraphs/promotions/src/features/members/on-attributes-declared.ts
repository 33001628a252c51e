import { AttributesDeclared, defineConsumer } from '@adal/events';

/** Keeps the newest declaration of each attribute; a retired one keeps its type. */
export const onAttributesDeclared = defineConsumer({
  durable: 'promotions-attributes-declared',
  contract: AttributesDeclared,
  handle: async (tx, events) => {
    await tx.query(
      `insert into member_attribute as existing (key, revision, type)
       select distinct on (key) key, revision, type
       from jsonb_to_recordset($1::jsonb) as row(key text, revision bigint, type text)
       order by key, revision desc
       on conflict (key) do update set revision = excluded.revision, type = excluded.type
       where excluded.revision > existing.revision`,
      [JSON.stringify(events.flatMap(({ data }) => data.attributes))],
    );
  },
});
