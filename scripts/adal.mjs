// npm run adal -- <command>: the operator's tool, built first when it is not.
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { bin, main, root, runInTerminal } from './lib/run.mjs';

main(async () => {
  await ensureInstalled();
  await ensureBuilt({ web: false });
  const cli = path.join(root, 'packages', 'cli', 'dist', 'main.js');
  // npm changes to the root; files named on the command line are relative to where the user is.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return runInTerminal(path.join(bin, 'node'), ['--enable-source-maps', cli, ...process.argv.slice(2)], {
    cwd,
    orderly: true,
  });
});
