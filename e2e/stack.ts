import type { DemoFile, Stack } from '@adal/local';

export interface RunningStack {
  demo: DemoFile;
  urls: Stack['urls'];
  dataDir: string;
}

/** The stack that global-setup.ts started: its addresses and its demo logins. */
export function runningStack(): RunningStack {
  const noted = process.env['ADAL_E2E'];
  if (!noted) throw new Error('No stack runs: start the stories with npm test or playwright test -c e2e.');
  return JSON.parse(noted) as RunningStack;
}
