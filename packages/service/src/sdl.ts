import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse, type DocumentNode } from 'graphql';

/** Reads a feature's `.graphql` beside its source: `readSdl(__dirname, 'quotes.graphql')`, from `src` and from `dist` alike. */
export function readSdl(directory: string, ...files: readonly string[]): DocumentNode {
  return parse(files.map((file) => readFileSync(join(sourceOf(directory), file), 'utf8')).join('\n'));
}

/** Where the source of a compiled folder is: what is not TypeScript is only there. A folder of sources is its own source. */
export function sourceOf(directory: string): string {
  const dist = `${sep}dist`;
  const at = directory.lastIndexOf(dist);
  return at < 0 ? directory : `${directory.slice(0, at)}${sep}src${directory.slice(at + dist.length)}`;
}
