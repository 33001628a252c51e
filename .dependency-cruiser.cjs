const TESTS = '(\\.test\\.tsx?$|/test/|/jest/|jest\\.config)';
const INPUT_OUTPUT =
  '(^|/)node_modules/(typeorm|pg|graphql|@nats-io|@apollo|undici|nodemailer|@duckdb|@clickhouse|dataloader)(/|$)';

/** The laws of layers; each says what it protects. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle cannot be understood or tested one part at a time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules decide from given facts: no database, no GraphQL, no NATS, no files.',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: {
        path: [
          INPUT_OUTPUT,
          '\\.(entity|queries|loaders|resolvers)\\.ts$',
          '/src/db/',
          '^(fs|http|https|net|child_process)(/|$)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-meet-at-the-door',
      comment: 'A feature is entered by its index.ts; what is behind it may change freely.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/src/features/([^/]+)/', pathNot: TESTS },
      to: {
        path: '^subgraphs/$1/src/features/[^/]+/',
        pathNot: ['^subgraphs/$1/src/features/$2/', '^subgraphs/$1/src/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'subgraphs-share-events-only',
      comment: 'No subgraph knows the code of another: they share contracts of events.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'nobody-imports-a-service',
      comment: 'Packages, the gateway and the web know services by their contracts.',
      severity: 'error',
      from: { path: '^(packages|gateway|web)/' },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'web-knows-the-gateway-alone',
      comment:
        'The web talks GraphQL to the gateway; of our code it shares only what the command line shares, the language of promotions and the check of statements.',
      severity: 'error',
      from: { path: '^web/' },
      to: {
        path: '^(gateway|packages)/',
        pathNot: ['^packages/(cli|engine|money)/', '^packages/events/(src|dist)/proof/'],
      },
    },
    {
      name: 'engine-is-pure',
      comment: 'The same engine prices in promotions, in simulations and offline at the till.',
      severity: 'error',
      from: { path: '^packages/engine/src/', pathNot: TESTS },
      to: { pathNot: ['^packages/(engine|money)/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'testkit-in-tests-only',
      comment: 'Production code does not stand on test tools.',
      severity: 'error',
      from: { path: '^(packages|subgraphs|gateway|web)/', pathNot: [TESTS, '^packages/testkit/'] },
      to: { path: '^packages/testkit/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/\\.next/', '/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default'] },
  },
};
