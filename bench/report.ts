import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { printTable } from './table.ts';

/** One row: what was measured, as a ratio first. */
export interface Figure {
  readonly what: string;
  /** To something measured beside it in the same run. */
  readonly ratio: string;
  /** Empty when there is none. */
  readonly aim: string;
  readonly figures: string;
}

const FILE = join(import.meta.dirname, '../docs/benchmarks.md');
const HEADER = ['benchmark', 'what', 'ratio', 'aim', 'figures', 'day'];

/** Prints a benchmark's figures; with `--record` they take the place of its rows in docs/benchmarks.md. */
export async function report(benchmark: string, figures: readonly Figure[]): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const rows = figures.map(({ what, ratio, aim, figures: text }) => [benchmark, what, ratio, aim, text, day]);
  printTable(
    HEADER.slice(1, -1),
    rows.map((row) => row.slice(1, -1)),
  );
  if (process.argv.includes('--record')) await record(benchmark, rows);
}

const INTRODUCTION = `# Benchmarks

\`npm run bench -- <benchmark>\` prints the rows of one benchmark; \`--record\` also writes them here. Ratios come first, since both
sides ran on the same machine in the same run; the other figures are of two cores shared with everything else.
`;

async function record(benchmark: string, rows: readonly string[][]): Promise<void> {
  const text = existsSync(FILE)
    ? readFileSync(FILE, 'utf8')
    : `${INTRODUCTION}\n${lineOf(HEADER)}\n${lineOf(HEADER.map(() => '-'))}\n`;
  const lines = text.trimEnd().split('\n');
  const isOwn = (line: string): boolean => line.startsWith(`| ${benchmark} `);
  const first = lines.findIndex(isOwn);
  const kept = lines.filter((line) => !isOwn(line));
  kept.splice(first < 0 ? afterTable(kept) : first, 0, ...rows.map(lineOf));
  const options = await resolveConfig(FILE);
  writeFileSync(FILE, await format(`${kept.join('\n')}\n`, { ...options, parser: 'markdown' }));
}

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const afterTable = (lines: readonly string[]): number => lines.findLastIndex((line) => line.startsWith('|')) + 1;
