import { isDeepStrictEqual } from 'node:util';
import { isClientId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { MembersContext } from '../../context';
import type { UpdateMemberInput, UpdateMemberResult } from '../../generated/graphql';
import { attributeTypes, changedAttributes, readTraits, type Traits } from '../attributes';
import { recordAudit } from '../audit';
import { decideAgainOnRace, findRequest, rememberRequest, requestKey } from '../requests';
import { recordMemberSaved } from '../snapshots';
import { contactTaken, memberInvalid, memberUnknown } from './member.refusals';
import { findTaken, listMembersById, lockMember } from './member.queries';
import { readMemberFields, type MemberFields } from './member-fields.rules';
import type { Member } from './member.entity';
import { readingOptions } from './reading-options';
import { changeMember, type MemberChange } from './save-member';

type Outcome =
  | Exclude<UpdateMemberResult, { __typename?: 'MemberUpdated' }>
  | { __typename: 'MemberUpdated'; member: Member; replayed: boolean };

/** Changes what is given, once per changeId. */
export async function updateMember(ctx: MembersContext, input: UpdateMemberInput): Promise<Outcome> {
  const { id, changeId, ...given } = input;
  if (!isClientId(changeId)) return memberInvalid('changeId', 'changeId must be 1 to 64 visible characters.');
  const read = readMemberFields(given, readingOptions(ctx));
  if ('fault' in read) return memberInvalid(read.fault.field, read.fault.message);
  const { fields } = read;
  const further = readTraits(given, { ...readingOptions(ctx), types: await attributeTypes(ctx.db) });
  if ('fault' in further) return memberInvalid(further.fault.field, further.fault.message);
  const { traits } = further;
  if (fields.language === null || fields.gender === null) {
    return memberInvalid(fields.language === null ? 'language' : 'gender', 'language and gender cannot be blank.');
  }
  const request = requestKey('MEMBER_CHANGE', changeId, { id, ...fields, ...traits });
  return decideAgainOnRace(ctx.db, async (tx): Promise<Outcome> => {
    const member = await lockMember(tx, id);
    if (!member) return memberUnknown();
    const earlier = await findRequest(tx, request);
    if (earlier && !earlier.same)
      return memberInvalid('changeId', 'This changeId was used with other content: make a new one.');
    if (earlier) return { __typename: 'MemberUpdated', member, replayed: true };
    const taken = await findTaken(tx, fields, id);
    if (taken.has('phone')) return contactTaken('phone');
    if (taken.has('email')) return contactTaken('email');
    await rememberRequest(tx, request, id, ctx.now);
    return {
      __typename: 'MemberUpdated',
      member: await applyChange(ctx, tx, member, changeOf(member, fields, traits)),
      replayed: false,
    };
  });
}

const changeOf = (
  { attributes: known }: Member,
  fields: MemberFields,
  { children, attributes }: Traits,
): MemberChange => ({
  ...fields,
  ...(children && { children }),
  ...(attributes && { attributes: changedAttributes(known, attributes) }),
});

async function applyChange(
  ctx: MembersContext,
  tx: EntityManager,
  before: Member,
  change: MemberChange,
): Promise<Member> {
  const changed = (Object.keys(change) as (keyof MemberChange)[]).filter(
    (field) => !isDeepStrictEqual(change[field], before[field]),
  );
  if (changed.length === 0) return before;
  await changeMember(tx, before, change);
  await recordMemberSaved(tx, before.id, ctx);
  await recordAudit(ctx, tx, { action: 'member.update', target: `member:${before.id}`, detail: { changed } });
  const [after] = await listMembersById(tx, [before.id]);
  return after ?? before;
}
