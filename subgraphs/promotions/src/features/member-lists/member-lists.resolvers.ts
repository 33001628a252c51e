import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { deleteMemberList } from './delete-member-list';
import { importMemberList } from './import-member-list';
import { countMemberLists, findMemberList, listMemberLists, listMembersOfList } from './member-list.queries';
import { removeFromMemberList } from './remove-from-member-list';
import { saveMemberList } from './save-member-list';

export const memberListsResolvers: Resolvers = {
  Query: {
    memberLists: (_, args, ctx) => {
      requirePermission(ctx, 'promotions.read');
      return listMemberLists(ctx.db, args);
    },
    memberList: (_, { id }, ctx) => {
      requirePermission(ctx, 'promotions.read');
      return findMemberList(ctx.db, id);
    },
  },
  Mutation: {
    saveMemberList: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return saveMemberList(ctx, input);
    },
    importMemberList: (_, { listId, input }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return importMemberList(ctx, listId, input);
    },
    removeFromMemberList: (_, { input }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return removeFromMemberList(ctx, input);
    },
    deleteMemberList: (_, { id }, ctx) => {
      requirePermission(ctx, 'promotions.write');
      return deleteMemberList(ctx, id);
    },
  },
  MemberListConnection: { totalCount: ({ search }, _, ctx) => countMemberLists(ctx.db, search) },
  MemberList: {
    size: ({ id }, _, ctx) => ctx.loaders.listSizes.load(id),
    members: ({ id }, args, ctx) => listMembersOfList(ctx.db, id, args),
  },
};
