import type { GatewayClient } from '@adal/cli';
import type { Purchase } from './purchases.ts';

/** What a number is, by what it is told apart by; "" when it is one. */
export type Answer = ReadonlyMap<string, string>;

/** A number of a screen: what counting the rows of the files says, and what the graph says. */
export interface Question {
  readonly what: string;
  readonly counted: Answer;
  asked(client: GatewayClient): Promise<Answer>;
}

export const one = (value: string): Answer => new Map([['', value]]);

/** Adds up by a key, in the order of keys; what comes to nothing stays. */
export function sumsBy<T>(
  of: Iterable<T>,
  key: (item: T) => string | null,
  value: (item: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of of) {
    const at = key(item);
    if (at !== null) sums.set(at, (sums.get(at) ?? 0) + value(item));
  }
  return sums;
}

/** How many different things there are by a key. */
export function differentBy<T>(
  of: Iterable<T>,
  key: (item: T) => string | null,
  thing: (item: T) => string | null,
): Map<string, number> {
  const seen = new Map<string, Set<string>>();
  for (const item of of) {
    const [at, what] = [key(item), thing(item)];
    if (at !== null && what !== null) seen.set(at, (seen.get(at) ?? new Set()).add(what));
  }
  return new Map([...seen].map(([at, things]) => [at, things.size]));
}

export const written = (numbers: ReadonlyMap<string, number>, write: (value: number) => string): Answer =>
  new Map([...numbers].map(([key, value]) => [key, write(value)]));

export const money = (cents: number): string => (cents / 100).toFixed(2);
export const count = (value: number): string => String(value);
export const share = (value: number): string => value.toFixed(9);

export const centsOf = ({ lines }: Purchase): number => lines.reduce((sum, { cents }) => sum + cents, 0);
export const isSale = ({ isReturn }: Purchase): boolean => !isReturn;
export const memberOf = ({ member }: Purchase): string | null => member;

/** Days from one to the other. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
export const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
