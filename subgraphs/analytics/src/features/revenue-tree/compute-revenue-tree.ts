import { comparedDays, type Days, type ReportAsk } from '../reports';
import { sumsOf } from './revenue-tree.queries';
import { contributionsOf, NOTHING, type Contributions, type Sums } from './revenue-tree.rules';

/** Why revenue moved: the tree of both periods, and the parts it was split by, those that moved it most first. */
export interface RevenueTree {
  readonly days: Days;
  readonly compared: Days;
  readonly before: Sums;
  readonly after: Sums;
  readonly moved: Contributions;
  readonly parts: readonly RevenuePart[];
}

/** One value of the dimension that the tree was split by. */
export interface RevenuePart {
  readonly value: string;
  readonly before: Sums;
  readonly after: Sums;
  readonly moved: Contributions;
}

const NO_PARTS: ReadonlyMap<string, Sums> = new Map();

/** Compares with the previous period unless the question says otherwise. */
export async function computeRevenueTree(ask: ReportAsk): Promise<RevenueTree> {
  const compared = ask.compared ?? comparedDays(ask.days, 'PREVIOUS_PERIOD');
  const sums = (days: Days, by: ReportAsk['by']): Promise<Map<string, Sums>> => sumsOf(ask, days, by);
  const [wasWhole, isWhole] = await Promise.all([sums(compared, null), sums(ask.days, null)]);
  const [before, after] = [wasWhole.get('') ?? NOTHING, isWhole.get('') ?? NOTHING];
  const [partsBefore, partsAfter] =
    ask.by === null ? [NO_PARTS, NO_PARTS] : await Promise.all([sums(compared, ask.by), sums(ask.days, ask.by)]);
  const values = [...new Set([...partsBefore.keys(), ...partsAfter.keys()])];
  const parts = values.map((value): RevenuePart => {
    const [was, is] = [partsBefore.get(value) ?? NOTHING, partsAfter.get(value) ?? NOTHING];
    return { value, before: was, after: is, moved: contributionsOf(was, is) };
  });
  const size = ({ moved }: RevenuePart): bigint => (moved.REVENUE < 0n ? -moved.REVENUE : moved.REVENUE);
  return {
    ...{ days: ask.days, compared, before, after, moved: contributionsOf(before, after) },
    parts: parts.sort((one, other) => Number(size(other) - size(one)) || (one.value < other.value ? -1 : 1)),
  };
}
