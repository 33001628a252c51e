import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { setConsent } from './set-consent';

export const consentsResolvers: Resolvers = {
  Mutation: {
    setConsent: (_root, { input }, ctx) => {
      requirePermission(ctx, 'members.write');
      return setConsent(ctx, input);
    },
  },
  Member: { consents: (member, _args, ctx) => ctx.loaders.consentsOfMember.load(member.id) },
};
