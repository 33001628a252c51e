import { readSdl } from '@adal/service';
import { signInResolvers } from './sign-in.resolvers';

/** Staff sign in, stay signed in and sign out. */
export const signIn = { typeDefs: readSdl(__dirname, 'sign-in.graphql'), resolvers: signInResolvers };

export { RefreshToken, Session, SignInThrottle } from './session.entities';
export { purgeSessions } from './purge-sessions';
