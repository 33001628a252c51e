import { inTransaction, readImportChunk, type ImportInvalid, type ImportRejection } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { PromotionsContext } from '../../context';
import type { ImportInput } from '../../generated/graphql';
import type { ImportLanded } from '../imports';
import { findMembersByKeys } from '../members';
import { isListColumn, readListRow, unknownMember, type NamedMember } from './list-row.rules';
import { findMemberList } from './member-list.queries';
import { memberListUnknown, type MemberListUnknown } from './member-list.refusals';

/** Adds the members that rows name: good rows land, bad rows come back, the same chunk again changes nothing. */
export async function importMemberList(
  ctx: PromotionsContext,
  listId: string,
  input: ImportInput,
): Promise<ImportLanded | ImportInvalid | MemberListUnknown> {
  const rows = readImportChunk(input, [], isListColumn);
  if ('code' in rows) return rows;
  if ((await findMemberList(ctx.db, listId)) === null) return memberListUnknown();
  const read = rows.map((row) => readListRow(row, ctx.config.PROGRAMME_COUNTRY));
  const named = read.filter((row) => 'lookup' in row);
  const members = await findMembersByKeys(
    ctx.db,
    named.map(({ lookup }) => lookup),
  );
  const memberOf = ({ lookup }: NamedMember): string | undefined => members.get(lookup);
  const rejected: ImportRejection[] = [
    ...read.filter((row) => 'code' in row),
    ...named.filter((row) => memberOf(row) === undefined).map(unknownMember),
  ];
  const memberIds = [...new Set(named.flatMap((row) => memberOf(row) ?? []))];
  const landed = await inTransaction(ctx.db, (tx) =>
    add(ctx, tx, { listId, memberIds, isDryRun: input.dryRun ?? false }),
  );
  return {
    __typename: 'ImportLanded',
    read: rows.length,
    landed,
    unchanged: rows.length - rejected.length - landed,
    rejected: rejected.sort((left, right) => left.line - right.line),
    amount: 0n,
    quantity: 0n,
  };
}

async function add(
  { now }: PromotionsContext,
  tx: EntityManager,
  { listId, memberIds, isDryRun }: { listId: string; memberIds: readonly string[]; isDryRun: boolean },
): Promise<number> {
  if (isDryRun) {
    const known: unknown[] = await tx.query(
      'select from member_list_entry where list_id = $1 and member_id = any($2::uuid[])',
      [listId, memberIds],
    );
    return memberIds.length - known.length;
  }
  const added: unknown[] = await tx.query(
    `insert into member_list_entry (list_id, member_id)
     select list.id, member_id from unnest($2::uuid[]) as one (member_id) join member_list list on list.id = $1
     order by member_id on conflict do nothing returning member_id`,
    [listId, memberIds],
  );
  if (added.length > 0) await tx.query('update member_list set updated_at = $2 where id = $1', [listId, now]);
  return added.length;
}
