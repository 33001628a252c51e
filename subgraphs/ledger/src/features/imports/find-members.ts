import { isUuid } from '@adal/service';
import type { EntityManager } from 'typeorm';

/** Whom a row of a file names: by the chain's own id (or ours), or by a card. */
export interface RowMember {
  readonly column: 'member_id' | 'card_number';
  readonly value: string;
}

export const memberKeyOf = ({ column, value }: RowMember): string => `${column}:${value}`;

/** Ids of the members that rows name, by `memberKeyOf`; who is not there is unknown. */
export async function findMembers(
  tx: EntityManager,
  named: readonly RowMember[],
): Promise<ReadonlyMap<string, string>> {
  const values = (column: RowMember['column']): string[] => [
    ...new Set(named.filter((one) => one.column === column).map(({ value }) => value)),
  ];
  const ids = values('member_id');
  const rows: { key: string; member_id: string }[] = await tx.query(
    `select 'member_id:' || id as key, id as member_id from member where id = any($1::uuid[])
     union all select 'member_id:' || value, member_id from member_key where kind = 'EXTERNAL_ID' and value = any($2::text[])
     union all select 'card_number:' || value, member_id from member_key where kind = 'CARD' and value = any($3::text[])`,
    [ids.filter(isUuid), ids, values('card_number')],
  );
  return new Map(rows.map((row) => [row.key, row.member_id]));
}
