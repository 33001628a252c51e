// npm start: installs and builds what is missing, then hands over to the supervisor in packages/local.
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { bin, main, root, runInTerminal } from './lib/run.mjs';

main(async () => {
  const flags = process.argv.slice(2);
  await ensureInstalled();
  await ensureBuilt({ web: !flags.includes('--watch') });
  const supervisor = path.join(root, 'packages', 'local', 'dist', 'main.js');
  return runInTerminal(path.join(bin, 'node'), ['--enable-source-maps', supervisor, ...flags], { orderly: true });
});
