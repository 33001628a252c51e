import type { Resolvers } from '../../generated/graphql';

export const importsResolvers: Resolvers = {};
