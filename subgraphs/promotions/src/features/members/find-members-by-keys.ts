import type { DataSource, EntityManager } from 'typeorm';
import type { MemberLookup } from './member-lookup';

/** The ids of members that are not closed, by the lookup that finds each; one statement for each kind of key. */
export async function findMembersByKeys(
  db: DataSource | EntityManager,
  lookups: readonly MemberLookup[],
): Promise<ReadonlyMap<MemberLookup, string>> {
  const found = new Map<MemberLookup, string>();
  for (const [condition, group] of Map.groupBy(lookups, (lookup) => lookup.condition)) {
    const rows: { n: number; id: string }[] = await db.query(
      `select wanted.n::integer as n, one.id from unnest($1::text[]) with ordinality as wanted (key, n)
       join lateral (select id from member where status <> 'CLOSED' and ${condition.replace('$key', 'wanted.key')} limit 1) as one on true`,
      [group.map(({ key }) => key)],
    );
    for (const { n, id } of rows) {
      const lookup = group[n - 1];
      if (lookup !== undefined) found.set(lookup, id);
    }
  }
  return found;
}
