import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse, type DocumentNode } from 'graphql';

/** Reads a feature's `.graphql` beside its source: `readSdl(__dirname, 'quotes.graphql')`, from `src` and from `dist` alike. */
export function readSdl(directory: string, file: string): DocumentNode {
  const [dist, src] = [`${sep}dist`, `${sep}src`];
  const at = directory.lastIndexOf(dist);
  const source = at < 0 ? directory : `${directory.slice(0, at)}${src}${directory.slice(at + dist.length)}`;
  return parse(readFileSync(join(source, file), 'utf8'));
}
