export { startPostgres, withClient, type Postgres, type PostgresOptions } from './postgres';
export { startNats, type Nats, type NatsOptions } from './nats';
export { findNatsServer } from './nats-server';
export { freePort } from './ports';
export { repoRoot } from './repo-root';
export type { Running } from './run-process';
