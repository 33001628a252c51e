import type { Config } from 'jest';

const config: Config = { preset: '@adal/testkit', displayName: 'local' };

export default config;
