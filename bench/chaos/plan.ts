import { SUBGRAPHS, type ServiceName } from '@adal/local';
import { chanceOf } from './random.ts';

/** What happens to one request on its way. */
export interface Journey {
  /** Before it is sent. */
  readonly delayMs: number;
  /** Sent so many times at once. */
  readonly copies: number;
  /** The till stops waiting for the first try after this long, and sends it again; null: it waits. */
  readonly impatientMs: number | null;
}

/** A customer at a till. All of it is drawn from the seed; only how long it takes is not. */
export interface Deed {
  readonly purchaseId: string;
  readonly pauseMs: number;
  /** Number of the member; null: anonymous. */
  readonly member: number | null;
  readonly quantities: readonly number[];
  readonly spends: boolean;
  readonly reserves: boolean;
  /** The customer leaves between reservation and payment. */
  readonly leaves: boolean;
  /** Each part comes back under an id of its own; the last brings all that is left. */
  readonly returns: readonly { readonly returnId: string; readonly lineNo: number | null }[];
  /** After all this the first confirm arrives once more. */
  readonly echoes: boolean;
  readonly journeys: readonly Journey[];
}

export interface Kill {
  /** At the earliest. */
  readonly atMs: number;
  /** Does not wait for the stack to sell again after the one before. */
  readonly atOnce: boolean;
  readonly victim: ServiceName;
}

const VICTIMS: readonly ServiceName[] = [...SUBGRAPHS, 'gateway', 'nats', 'postgres'];
const KILL_EVERY_MS = { min: 4_000, max: 16_000 };
const PAUSE_MS = { min: 500, max: 7_500 };
const JOURNEYS = 8;

/** The n-th customer of a till. */
export function planDeed(seed: number, till: number, n: number, members: number): Deed {
  const chance = chanceOf(seed, 'till', till, n);
  const id = (kind: string): string => `${kind}-${seed}-${till}-${n}`;
  const quantities = Array.from({ length: chance.between(1, chance.once(0.1) ? 20 : 6) }, () => chance.between(1, 3));
  const reserves = chance.once(0.3);
  const parts = chance.once(0.2) ? chance.between(1, 2) : 0;
  return {
    purchaseId: id('p'),
    pauseMs: chance.between(PAUSE_MS.min, PAUSE_MS.max),
    member: chance.once(0.75) ? chance.between(0, members - 1) : null,
    quantities,
    spends: chance.once(0.35),
    reserves,
    leaves: reserves && chance.once(0.2),
    returns: Array.from({ length: parts }, (_, part) => ({
      returnId: `${id('r')}-${part}`,
      lineNo: part === parts - 1 && chance.once(0.5) ? null : chance.between(1, quantities.length),
    })),
    echoes: chance.once(0.1),
    journeys: Array.from({ length: JOURNEYS }, () => ({
      delayMs: chance.once(0.15) ? chance.between(50, 1_500) : 0,
      copies: chance.once(0.15) ? chance.between(2, 3) : 1,
      impatientMs: chance.once(0.1) ? chance.between(1, 60) : null,
    })),
  };
}

/** Kills at random through the whole time; every victim falls once before any falls twice. */
export function planKills(seed: number, forMs: number): Kill[] {
  const chance = chanceOf(seed, 'kills');
  const gaps = Math.min(KILL_EVERY_MS.max, (2 * forMs) / (VICTIMS.length + 2) - KILL_EVERY_MS.min);
  const kills: Kill[] = [];
  let left: ServiceName[] = [];
  for (
    let atMs = KILL_EVERY_MS.min;
    atMs < forMs - KILL_EVERY_MS.min;
    atMs += chance.between(KILL_EVERY_MS.min, gaps)
  ) {
    if (left.length === 0) left = [...VICTIMS];
    const victim = chance.of(left);
    left = left.filter((name) => name !== victim);
    kills.push({ atMs, atOnce: chance.once(0.2), victim });
  }
  return kills;
}
