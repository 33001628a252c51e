import type { AnalyticsContext } from '../../context';
import type { MemberReference } from '../../graphql/references';
import { momentOf } from '../segment-members';
import { compileSegment, narrowedPlan, parseDefinition } from '../segment-language';
import { segmentInvalid, type SegmentInvalid } from './segment.refusals';

export interface SegmentPreview {
  readonly __typename: 'SegmentPreview';
  readonly count: number;
  readonly outOf: number;
  readonly sample: MemberReference[];
  readonly tookMs: number;
}

const SAMPLE_MAX = 100;

/** How many members a definition holds for now, and some of them. */
export async function previewSegment(
  ctx: AnalyticsContext,
  json: unknown,
  size: number,
): Promise<SegmentPreview | SegmentInvalid> {
  const definition = parseDefinition(json);
  if ('message' in definition) return segmentInvalid(`definition.${definition.field}`, definition.message);
  const startedMs = performance.now();
  const at = await momentOf(ctx, ctx.db.manager);
  const { plan, outOf } = await narrowedPlan(ctx.store, definition, at);
  const expression = compileSegment(plan, definition, at);
  const shown = Math.min(Math.max(size, 0), SAMPLE_MAX);
  const found = await ctx.store.query(plan.sample(expression, Math.max(shown, 1)));
  return {
    __typename: 'SegmentPreview',
    count: Number(found[0]?.['members'] ?? 0),
    outOf,
    sample: found.slice(0, shown).map((row) => ({ id: String(row['member_id']) })),
    tookMs: Math.round(performance.now() - startedMs),
  };
}
