/** Throws when something that cannot be false is: a fault of ours, never an answer to a caller. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant: ${message}`);
}
