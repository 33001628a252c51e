const { join } = require('node:path');
// The sources, compiled by jest on the way: a single test file runs without building anything first.
const { findNatsServer, repoRoot, startPostgres, withClient } = require('../../local/src/index.ts');
const { removeLeftovers, throwawayDir } = require('../src/throwaway.ts');

const TEST_ROLE = 'adal_test';

/**
 * One throwaway Postgres for the whole run. Tests connect as a role that owns its databases and is no superuser, as
 * services do. What a killed run left in the temp folder is cleared away.
 */
module.exports = async () => {
  removeLeftovers();
  findNatsServer(join(repoRoot(__dirname), '.data', 'tools'), (text) => process.stdout.write(`${text}\n`));
  const dataDir = join(throwawayDir(), 'postgres');
  const postgres = await startPostgres({ dataDir, durable: false, databases: [TEST_ROLE] });
  await withClient(postgres.adminUrl, (client) => client.query(`alter role ${TEST_ROLE} createdb`));
  process.env.ADAL_TEST_POSTGRES_URL = postgres.urlOf(TEST_ROLE);
  globalThis.adalTestPostgres = postgres;
};
