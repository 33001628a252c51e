import { globSync } from 'node:fs';

/** All packages in one run, with one throwaway Postgres between them. */
export default {
  projects: globSync('{packages/*,subgraphs/*,gateway,web}/jest.config.ts', { cwd: import.meta.dirname }),
  maxWorkers: 2,
  testTimeout: 120_000,
};
