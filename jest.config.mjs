/** All packages in one run, with one throwaway Postgres between them. */
export default {
  projects: ['packages', 'subgraphs']
    .map((folder) => `<rootDir>/${folder}/*/jest.config.ts`)
    .concat(['gateway', 'web'].map((folder) => `<rootDir>/${folder}/jest.config.ts`)),
  maxWorkers: 2,
  testTimeout: 60_000,
};
