import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { enrolMember } from './enrol-member';

export const enrolmentResolvers: Resolvers = {
  Mutation: {
    enrolMember: (_root, { input }, ctx) => {
      requirePermission(ctx, 'members.enrol');
      return enrolMember(ctx, input);
    },
  },
};
