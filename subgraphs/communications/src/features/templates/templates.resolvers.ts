import { requirePermission } from '@adal/service';
import type { Resolvers } from '../../generated/graphql';
import { LANGUAGES, TEMPLATES } from './template.registry';

export const resolvers: Resolvers = {
  Query: {
    templates: (_root, _args, ctx) => {
      requirePermission(ctx, 'messages.read');
      return [...TEMPLATES];
    },
  },
  Template: {
    languages: () => [...LANGUAGES],
  },
};
