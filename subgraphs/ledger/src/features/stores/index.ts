import { readSdl } from '@adal/service';
import { resolvers } from './stores.resolvers';

/** Stores and tills of the chain. */
export const stores = { typeDefs: readSdl(__dirname, 'stores.graphql'), resolvers };
export { businessTime, startOfDayAfter } from './business-time.rules';
export { isLegalEntity } from './is-legal-entity';
export { createStoreDirectory, type StoreDirectory } from './store-directory';
export { StoreRow } from './store.entity';
export { storeFault, storeOf, storeSnapshotOf } from './store.rules';
export { TillRow } from './till.entity';
export { upsertStores } from './upsert-stores';
