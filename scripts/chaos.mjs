// npm run chaos -- --minutes 10 --seed 7: kills everything at random while simulated tills sell; see bench/chaos.ts.
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { bin, main, root, runInTerminal } from './lib/run.mjs';

main(async () => {
  await ensureInstalled();
  await ensureBuilt({ web: false });
  const script = path.join(root, 'bench', 'chaos.ts');
  return runInTerminal(path.join(bin, 'node'), ['--enable-source-maps', script, ...process.argv.slice(2)], {
    orderly: true,
  });
});
