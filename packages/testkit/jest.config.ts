import type { Config } from 'jest';

const config: Config = { preset: '@adal/testkit', displayName: 'testkit' };

export default config;
