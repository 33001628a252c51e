import { requirePermission, ROLES } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { addStaffMember } from './add-staff-member';
import { findMe, listStaff } from './staff.queries';
import { updateStaffMember } from './update-staff-member';

export const staffResolvers: Resolvers = {
  Query: {
    me: (_root, _args, ctx) => findMe(ctx),
    myPermissions: (_root, _args, ctx) => [...ctx.actor.permissions],
    staff: (_root, _args, ctx) => {
      requirePermission(ctx, 'staff.manage');
      return listStaff(ctx);
    },
    roles: (_root, _args, ctx) => {
      requirePermission(ctx, 'staff.manage');
      return Object.entries(ROLES).map(([name, permissions]) => ({ name, permissions: [...permissions] }));
    },
  },
  Mutation: {
    addStaffMember: (_root, { input }, ctx) => {
      requirePermission(ctx, 'staff.manage');
      return addStaffMember(ctx, input);
    },
    updateStaffMember: (_root, { input }, ctx) => {
      requirePermission(ctx, 'staff.manage');
      return updateStaffMember(ctx, input);
    },
  },
  StaffMember: { permissions: ({ role }) => [...ROLES[role]] },
};
