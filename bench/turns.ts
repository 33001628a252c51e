import { percentile } from './load.ts';
import type { Rate } from './rate.ts';

/** What one case showed in each round. */
export type Rounds = ReadonlyMap<string, readonly Rate[]>;

/**
 * Runs cases in turn, in short rounds: what else the machine does then falls on all of them, and a ratio within a round is
 * worth more than one between minutes.
 */
export async function takeTurns(
  rounds: number,
  cases: readonly { readonly name: string; run(): Promise<Rate> }[],
): Promise<Rounds> {
  const measured = new Map<string, Rate[]>(cases.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of cases) measured.get(name)?.push(await run());
  }
  return measured;
}

/** The median over the rounds of one figure of a case, or of its ratio to that of another case. */
export function medianOf(rounds: Rounds, name: string, figure: keyof Rate, to?: string): number {
  const bases = to === undefined ? [] : (rounds.get(to) ?? []);
  const values = rounds
    .get(name)
    ?.map((rate, round) => rate[figure] / (to === undefined ? 1 : (bases[round]?.[figure] ?? NaN)));
  return percentile(values ?? [], 0.5);
}
