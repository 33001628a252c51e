export { freshDatabase, testPostgres, type FreshDatabase, type FreshDatabaseOptions } from './fresh-database';
export { freshNats, type FreshNats } from './fresh-nats';
export { fixedClock, type FixedClock } from './fixed-clock';
export { eventually } from './eventually';
export { graphqlClient, type GraphqlClientOptions, type GraphqlRequest } from './graphql-client';
