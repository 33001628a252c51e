/** How much the straight line that fits values best rises from the first to the last; undefined values have no say. Null below two. */
export function riseOf(values: readonly (number | null)[]): number | null {
  const points = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  if (points.length < 2) return null;
  const mean = (of: (point: { at: number; value: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [middle, height] = [mean(({ at }) => at), mean(({ value }) => value)];
  const slope =
    mean(({ at, value }) => (at - middle) * (value - height)) / mean(({ at }) => (at - middle) * (at - middle));
  return slope * (values.length - 1);
}
