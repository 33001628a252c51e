import preset from '@adal/testkit/jest-preset';

// Rules about files need no database: the preset's set-up would only start one.
const { globalSetup: _start, globalTeardown: _stop, ...withoutServers } = preset;

export default { ...withoutServers, displayName: 'tidy' };
