import { isUuid, requirePermission } from '@adal/service';
import type { MembersContext } from '../../context';
import type { MemberResolvers, Resolvers } from '../../generated/graphql';
import type { Member as MemberRow } from './member.entity';
import { findMember } from './member.queries';
import { displayName, maskEmail, maskName, maskPhone, seesPersonalData } from './member.rules';
import { listMembers } from './search-members';
import { setMemberStatus } from './set-member-status';
import { updateMember } from './update-member';

/** A personal field: as it is for who may see it, else what `mask` leaves of it. */
const personal =
  <T>(field: (member: MemberRow) => T, mask: (value: NonNullable<T>) => T) =>
  (member: MemberRow, _args: unknown, ctx: MembersContext): T => {
    const value = field(member);
    return value == null || seesPersonalData(ctx.actor, member.id) ? value : mask(value);
  };

const Member: MemberResolvers = {
  // Whoever may see the row that points here (a receipt, a message) may see whose it is; personal data stays masked.
  __resolveReference: async ({ id }, ctx) => {
    requirePermission(ctx, 'members.read');
    return isUuid(id) ? await ctx.loaders.member.load(id) : null;
  },
  displayName: (member, _args, ctx) => displayName(member, seesPersonalData(ctx.actor, member.id)),
  firstName: personal((member) => member.firstName, maskName),
  lastName: personal((member) => member.lastName, maskName),
  phone: personal((member) => member.phone, maskPhone),
  email: personal((member) => member.email, maskEmail),
  birthDate: personal(
    (member) => member.birthDate,
    () => null,
  ),
  children: (member, _args, ctx) => (seesPersonalData(ctx.actor, member.id) ? member.children : []),
  attributes: (member, _args, ctx) =>
    seesPersonalData(ctx.actor, member.id)
      ? Object.entries(member.attributes)
          .map(([key, value]) => ({ key, value }))
          .sort((left, right) => (left.key < right.key ? -1 : 1))
      : [],
};

export const profilesResolvers: Resolvers = {
  Query: {
    member: (_root, { by }, ctx) => {
      requirePermission(ctx, 'members.read');
      return findMember(ctx, by);
    },
    members: (_root, args, ctx) => {
      requirePermission(ctx, 'members.read');
      return listMembers(ctx, args);
    },
  },
  Mutation: {
    updateMember: (_root, { input }, ctx) => {
      requirePermission(ctx, 'members.write');
      return updateMember(ctx, input);
    },
    setMemberStatus: (_root, { input }, ctx) => {
      requirePermission(ctx, 'members.write');
      return setMemberStatus(ctx, input);
    },
  },
  Member,
  MemberConnection: { totalCount: (page) => page.countTotal() },
};
