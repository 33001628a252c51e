import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { bin, main, root, runInTerminal } from './run.mjs';

/** Runs a file of bench/ that starts a stack of its own, on the built packages, with the arguments of the command line. */
export const runTrial = (file) =>
  main(async () => {
    await ensureInstalled();
    await ensureBuilt({ web: false });
    const script = path.join(root, 'bench', file);
    return runInTerminal(path.join(bin, 'node'), ['--enable-source-maps', script, ...process.argv.slice(2)], {
      orderly: true,
    });
  });
