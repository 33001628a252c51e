import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The root of the working tree. */
const ROOT = resolve(__dirname, '../../..');

/** The five contexts. */
export const SUBGRAPHS = ['members', 'ledger', 'promotions', 'communications', 'analytics'] as const;

/** Every file that git keeps or would keep, as a path from the root. */
export const FILES: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
  { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
)
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)))
  .sort();

/** Files whose path matches. */
export function filesLike(pattern: RegExp): string[] {
  return FILES.filter((file) => pattern.test(file));
}

/** The text of a file. */
export function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Code that people wrote: not declarations that a tool writes. */
export const CODE = filesLike(/\.(ts|tsx|mjs|cjs|js)$/).filter((file) => !file.endsWith('next-env.d.ts'));

/** True for a test and what only tests use. */
export function isTest(file: string): boolean {
  return /(\.test\.tsx?$|\/test\/|\/jest\/|^e2e\/|^bench\/)/.test(file);
}
