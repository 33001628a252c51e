import type { Config } from 'jest';

const config: Config = {
  displayName: 'web',
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/src/**/*.test.tsx'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } }, module: { type: 'commonjs' } },
    ],
  },
  // They ship as ES modules; jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!@formatjs/|intl-messageformat/|next-intl/|use-intl/|icu-minify/)'],
  // Their sources, as the web's own build compiles them.
  moduleNameMapper: {
    // Looks are for browsers: a class is called what it is called in its file.
    '\\.css$': '<rootDir>/jest.styles.cjs',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@adal/(engine|money)$': '<rootDir>/../packages/$1/src',
  },
};

export default config;
