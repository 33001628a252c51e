import type { Resolvers } from '../../generated/graphql';
import { refreshSession, signOut } from './refresh-session';
import { signIn } from './sign-in';

/** Public: these need no token, a password or a refresh token is the proof. */
export const signInResolvers: Resolvers = {
  Mutation: {
    signIn: (_root, { input }, ctx) => signIn(ctx, input),
    refreshSession: (_root, { input }, ctx) => refreshSession(ctx, input.refreshToken),
    signOut: (_root, { input }, ctx) => signOut(ctx, input.refreshToken),
  },
};
