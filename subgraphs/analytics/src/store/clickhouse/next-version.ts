let last = 0;

/** Grows even while the clock stands: the row written last wins. */
export function nextVersion(): number {
  last = Math.max(last + 1, Date.now());
  return last;
}
