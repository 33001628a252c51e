// npm run backup -- --out DIR, npm run restore -- --from DIR --wal DIR --to DIR [--until TIME]: the Postgres of a local stack.
// Clusters that somebody else runs have tools of their own: docs/operations/backup-and-restore.md.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, root, Sentence } from './lib/run.mjs';

const FLAGS = {
  backup: { out: { type: 'string' }, data: { type: 'string', default: '.data' } },
  restore: { from: { type: 'string' }, wal: { type: 'string' }, to: { type: 'string' }, until: { type: 'string' } },
};

main(async () => {
  const [command, ...args] = process.argv.slice(2);
  const { values } = parseArgs({ args, options: FLAGS[command] });
  const wanted = command === 'backup' ? ['out'] : ['from', 'wal', 'to'];
  const missing = wanted.filter((flag) => values[flag] === undefined);
  if (missing.length > 0)
    throw new Sentence(`npm run ${command} needs ${missing.map((flag) => `--${flag}`).join(', ')}.`);
  await ensureInstalled();
  await ensureBuilt({ web: false });
  const local = path.join(root, 'packages', 'local', 'dist', 'index.js');
  const { default: code } = await import(pathToFileURL(local).href);
  // npm changes to the root; folders named on the command line are relative to where the user is.
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  const startedMs = Date.now();
  const work = command === 'backup' ? code.backUpLocal(values.data, values.out) : code.restoreBackup(values);
  await work.catch((error) => {
    throw new Sentence(error.message);
  });
  console.log(
    `${command === 'backup' ? values.out : values.to}: done in ${((Date.now() - startedMs) / 1000).toFixed(1)} s`,
  );
  return 0;
});
