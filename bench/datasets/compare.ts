import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GatewayClient } from '@adal/cli';
import { repoRoot } from '@adal/local';
import { format, resolveConfig } from 'prettier';
import type { Answer, Question } from './question.ts';

/** A data set's numbers side by side. */
export interface Compared {
  readonly name: string;
  readonly rows: readonly {
    readonly what: string;
    readonly ours: string;
    readonly counted: string;
    readonly isEqual: boolean;
  }[];
}

const DIFFERENCES_SHOWN = 5;

/** Asks everything; says what differs. */
export async function compare(name: string, client: GatewayClient, questions: readonly Question[]): Promise<Compared> {
  const rows = [];
  for (const { what, counted, asked } of questions) {
    const ours = await asked(client);
    const differences = [...new Set([...ours.keys(), ...counted.keys()])].filter(
      (key) => ours.get(key) !== counted.get(key),
    );
    rows.push({ what, ours: brief(ours), counted: brief(counted), isEqual: differences.length === 0 });
    console.log(`${differences.length === 0 ? '✓' : '✗'} ${name}: ${what}: ${brief(ours)} | ${brief(counted)}`);
    for (const key of differences.slice(0, DIFFERENCES_SHOWN))
      console.log(`    ${key || 'it'}: ${ours.get(key) ?? 'nothing'} | counted ${counted.get(key) ?? 'nothing'}`);
  }
  return { name, rows };
}

/** One value, or how many and their first. */
function brief(answer: Answer): string {
  const [first] = [...answer].sort(([left], [right]) => (left < right ? -1 : 1));
  if (!first) return 'nothing';
  const [key, value] = first;
  return answer.size === 1 && key === '' ? value : `${answer.size} values; ${key || 'unknown'}: ${value}`;
}

/** Writes docs/datasets.md. */
export async function record(sets: readonly Compared[]): Promise<void> {
  const head = `# Adal beside plain counting on public data

Made by \`npm run datasets -- <folder> --record\`. Each data set is imported with its mapping of \`docs/imports\` into a stack of its own; every
number is asked of the graph as the back office asks it, and counted from the data set's own files by \`bench/datasets\`, which shares no code with the
product. A row with many values compares each of them; the first is shown. Sources: Online Retail (UCI Machine Learning Repository; Chen, Sain, Guo 2012,
doi 10.1057/dbm.2012.17), The Complete Journey (84.51°, R package \`completejourney\`), CDNOW (Fader and Hardie 2001).
`;
  const tables = sets.map(({ name, rows }) =>
    [
      `\n## ${name}\n`,
      '| number | the graph | counted | equal |',
      '| --- | --- | --- | --- |',
      ...rows.map(
        ({ what, ours, counted, isEqual }) => `| ${what} | ${ours} | ${counted} | ${isEqual ? 'yes' : 'NO'} |`,
      ),
    ].join('\n'),
  );
  const file = join(repoRoot(), 'docs', 'datasets.md');
  const options = await resolveConfig(file);
  writeFileSync(file, await format(`${head}${tables.join('\n')}\n`, { ...options, parser: 'markdown' }));
}
