import { badInput, inTransaction, isUuid } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { SaveMemberListInput } from '../../generated/graphql';
import { MemberListRow } from './member-list.entities';

export type SaveMemberListOutcome = { __typename: 'MemberListSaved'; list: MemberListRow } | MemberListInvalid;

interface MemberListInvalid {
  __typename: 'MemberListInvalid';
  code: 'MEMBER_LIST_INVALID';
  field: string;
  message: string;
}

const NAME_LENGTH_MAX = 120;

/** Makes a list, or renames it. The name that it has already is a success that changes nothing. */
export async function saveMemberList(
  ctx: PromotionsContext,
  input: SaveMemberListInput,
): Promise<SaveMemberListOutcome> {
  if (!isUuid(input.id)) throw badInput('id must be a UUID.');
  const id = input.id.toLowerCase();
  const name = input.name.trim().normalize('NFC');
  if (name === '' || [...name].length > NAME_LENGTH_MAX || /\p{Cc}/u.test(name)) {
    return invalid(`The name must be 1 to ${NAME_LENGTH_MAX} printable characters.`);
  }
  return inTransaction(ctx.db, async (tx) => {
    // Names are taken one at a time, so that two lists cannot take the same one.
    await tx.query("select pg_advisory_xact_lock(hashtextextended('member-list-names', 0))");
    const lists = tx.getRepository(MemberListRow);
    const known = await lists.findOneBy({ id });
    if (known?.name === name) return { __typename: 'MemberListSaved', list: known };
    const taken: unknown[] = await tx.query('select from member_list where lower(name) = lower($1) and id <> $2', [
      name,
      id,
    ]);
    if (taken.length > 0) return invalid('Another list has this name.');
    const list = { id, name, createdAt: known?.createdAt ?? ctx.now, updatedAt: ctx.now };
    await lists.save(list);
    return { __typename: 'MemberListSaved', list };
  });
}

const invalid = (message: string): MemberListInvalid => ({
  __typename: 'MemberListInvalid',
  code: 'MEMBER_LIST_INVALID',
  field: 'name',
  message,
});
