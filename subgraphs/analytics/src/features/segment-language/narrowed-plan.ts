import type { AnalyticsStore } from '../../store/analytics-store';
import { binder, type Binder } from '../../store/binder';
import { allOf, type Moment } from './moment';
import { compileSegment } from './segment.compiler';
import type { SegmentNode } from './segment-definition';
import { segmentPlan, type SegmentPlan } from './segment-plan';

/** Facts are looked up by member when at most one of so many members is left; else reading all of them costs less. */
const FEW = 4;

/** A plan, and how many members there are that a definition could hold for. */
export interface NarrowedPlan {
  readonly plan: SegmentPlan;
  readonly outOf: number;
}

/**
 * A plan for one definition. When what it asks of profiles leaves few members, facts of others are not read: that halves the
 * cost of a count.
 */
export async function narrowedPlan(
  store: AnalyticsStore,
  definition: SegmentNode,
  at: Moment,
  inside: readonly string[] = [],
): Promise<NarrowedPlan> {
  const own = binder();
  const profile = profileOf(own, definition, at, inside);
  const [row] = await store.query({
    sql: `SELECT count() AS members, countIf(${profile}) AS candidates FROM members AS m WHERE m.status <> 'CLOSED'`,
    parameters: own.parameters,
  });
  const outOf = Number(row?.['members'] ?? 0);
  const isFew = Number(row?.['candidates'] ?? 0) * FEW <= outOf;
  const candidates = isFew ? `(SELECT m.member_id FROM members AS m WHERE ${profile})` : null;
  return { plan: segmentPlan(own, candidates), outOf };
}

/** What the definition asks of the row of a member alone, be it in vain: 'true' when there is nothing. */
function profileOf(own: Binder, definition: SegmentNode, at: Moment, inside: readonly string[]): string {
  const parts = definition.kind === 'ALL' ? definition.of : [definition];
  const isOfRow = (part: SegmentNode): boolean => {
    const plan = segmentPlan();
    compileSegment(plan, part, at, inside);
    return !plan.readsFacts();
  };
  return allOf(parts.filter(isOfRow).map((part) => compileSegment(segmentPlan(own), part, at, inside)));
}
