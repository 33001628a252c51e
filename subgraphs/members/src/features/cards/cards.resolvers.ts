import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { addCard } from './add-card';
import { blockCard } from './block-card';

export const cardsResolvers: Resolvers = {
  Mutation: {
    addCard: (_root, { input }, ctx) => {
      requirePermission(ctx, 'members.write');
      return addCard(ctx, input);
    },
    blockCard: (_root, { input }, ctx) => {
      requirePermission(ctx, 'members.write');
      return blockCard(ctx, input);
    },
  },
  Member: { cards: (member, _args, ctx) => ctx.loaders.cardsOfMember.load(member.id) },
};
