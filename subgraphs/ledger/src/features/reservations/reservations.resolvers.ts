import type { Resolvers } from '../../generated/graphql';

export const resolvers: Resolvers = {};
