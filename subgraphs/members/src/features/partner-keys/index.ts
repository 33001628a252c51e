import { readSdl } from '@adal/service';
import { partnerKeysResolvers } from './partner-keys.resolvers';

/** Keys by which tills, partners and integrations act. */
export const partnerKeys = { typeDefs: readSdl(__dirname, 'partner-keys.graphql'), resolvers: partnerKeysResolvers };

export { PartnerKey } from './partner-key.entity';
export { bootstrapPartnerKey } from './bootstrap-partner-key';
