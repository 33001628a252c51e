import { randomUUID } from 'node:crypto';
import type { Variables } from './bad-values';
import type { World } from './world';

/** How one mutation keeps the contract: send it again and nothing is done twice; reuse its id for something else and be told. */
export interface MutationCase {
  /** Variables that are answered with `outcome`, with ids of their own. */
  make(world: World): Promise<Variables> | Variables;
  /** The outcome's type; a mutation without a union has one. */
  readonly outcome: string;
  /** What the second answer says otherwise than the first, by field; or what it may be where the world moves on meanwhile. */
  readonly again: Readonly<Record<string, unknown>> | readonly string[];
  /** The same id with other content, and the refusal; or why a mutation takes the latest content instead. */
  readonly other: OtherContent | string;
  /** Where a client-made id of this request alone stands: bad inputs get one each. */
  readonly freshId?: readonly string[];
  /** Decisions on somebody's proposal. */
  readonly by?: 'second';
}

/** What to send under an id that was used, and how that is refused. */
interface OtherContent {
  readonly change: Variables | ((world: World) => Promise<Variables>);
  readonly refusal: string;
  readonly says?: Readonly<Record<string, unknown>>;
}

export const SETS = 'It sets a state that it names as a whole: the latest wins, and is told apart by what it answers.';
export const FILE = 'Rows are found again by their own ids: a later run brings later content.';
export const replayed = { replayed: true };
export const unchanged = { landed: 0, unchanged: 1 };

/** `input: { … }`. */
export const input = (content: Variables): Variables => ({ input: content });
export const fresh = (name: string): readonly string[] => ['input', name];

/** A run of one row. */
export function file(row: Readonly<Record<string, string>>): Variables {
  return { importId: randomUUID(), columns: Object.keys(row), rows: [{ line: 2, values: Object.values(row) }] };
}
