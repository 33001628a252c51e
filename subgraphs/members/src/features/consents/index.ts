import { readSdl } from '@adal/service';
import { consentsResolvers } from './consents.resolvers';

/** What members agreed to hear, by channel. */
export const consents = { typeDefs: readSdl(__dirname, 'consents.graphql'), resolvers: consentsResolvers };

export { CONSENT_CHANNELS, Consent } from './consent.entity';
export { consentsOfMemberLoader, saveConsents } from './consent.queries';
