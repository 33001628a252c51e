const { dirname, join } = require('node:path');

// Newest of our dependencies ship ES modules only; jest runs CommonJS, so these are compiled like our own code.
const esmOnly = ['uuid', 'jose', 'p-limit', 'graphql-sse', 'postal-mime', 'csv-parse', 'csv-stringify'];

const root = dirname(dirname(__dirname));

/** A package's jest.config.ts is `export default { preset: '@adal/testkit', displayName: '<name>' }`. */
module.exports = {
  testEnvironment: 'node',
  testTimeout: 60_000,
  testMatch: ['**/*.test.ts', '**/*.test.tsx', '**/*.prop.test.ts', '**/*.int.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.next/', '\\.e2e\\.test\\.ts$'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.next/'],
  moduleNameMapper: {
    '^@adal/([a-z]+)$': `${root}/packages/$1/src`,
  },
  transform: {
    '^.+\\.(ts|tsx|js|mjs)$': [
      require.resolve('@swc/jest'),
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  globalSetup: join(__dirname, 'jest', 'global-setup.js'),
  globalTeardown: join(__dirname, 'jest', 'global-teardown.js'),
};
