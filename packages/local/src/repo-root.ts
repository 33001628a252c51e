import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds lerna.json: where `.data`, the services and their builds live. */
export function repoRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'lerna.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('This file is not inside an Adal working tree: no lerna.json above it.');
  return repoRoot(parent);
}
