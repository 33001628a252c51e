import { requirePermission } from '@adal/service';
import { GraphQLError } from 'graphql';
import type { Resolvers } from '../../generated/graphql';
import { createPartnerKey } from './create-partner-key';
import { findPartner, listPartnerKeys } from './partner-key.queries';
import { revokePartnerKey } from './revoke-partner-key';

export const partnerKeysResolvers: Resolvers = {
  Query: {
    partnerKeys: (_root, _args, ctx) => {
      requirePermission(ctx, 'keys.manage');
      return listPartnerKeys(ctx);
    },
    partnerByKeyHash: (_root, { hash }, ctx) => {
      if (ctx.actor.kind !== 'service')
        throw new GraphQLError('This is for the gateway alone.', { extensions: { code: 'FORBIDDEN' } });
      return findPartner(ctx, hash);
    },
  },
  Mutation: {
    createPartnerKey: (_root, { input }, ctx) => {
      requirePermission(ctx, 'keys.manage');
      return createPartnerKey(ctx, input);
    },
    revokePartnerKey: (_root, { id }, ctx) => {
      requirePermission(ctx, 'keys.manage');
      return revokePartnerKey(ctx, id);
    },
  },
};
