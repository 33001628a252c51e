// Runs one benchmark: npm run bench -- gateway. Without a name it lists them. They run on the built packages.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../bench');
const [name = '', ...options] = process.argv.slice(2);
const file = join(folder, `${name}.bench.ts`);

if (!existsSync(file)) {
  const names = readdirSync(folder).flatMap((entry) => /^(.+)\.bench\.ts$/.exec(entry)?.[1] ?? []);
  console.error(`Say which benchmark: npm run bench -- ${names.join(' | ')}`);
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ['--enable-source-maps', file, ...options], { stdio: 'inherit' });
process.exit(status ?? 1);
