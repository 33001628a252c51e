import { badInput, isUuid } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import type { Binder } from '../../store/binder';
import { compileSegment, parseDefinition, segmentPlan, type SegmentNode } from '../segment-language';
import { momentOf } from './moment.queries';
import { SegmentMemberRow, SegmentRow } from './segment.entity';

/** Whose facts count: those of a saved segment or group, or of whom a definition holds for. */
export interface AskedPopulation {
  readonly segmentId?: string | null | undefined;
  readonly definition?: unknown;
}

/** Binds what it needs and answers the condition that a fact `f` is of the population; null when all facts count. */
export type Population = ((binder: Binder) => string) | null;

/** Reads whose facts count. An unknown segment and a definition that makes no sense are BAD_USER_INPUT. */
export async function readPopulation(ctx: AnalyticsContext, asked: AskedPopulation): Promise<Population> {
  const { segmentId, definition } = asked;
  if (segmentId != null && definition != null) throw badInput('Ask for a segment or for a definition, not for both.');
  if (segmentId != null) return ofSegment(ctx, segmentId);
  if (definition == null) return null;
  const parsed = parseDefinition(definition);
  if ('message' in parsed) throw badInput(`definition.${parsed.field}: ${parsed.message}`);
  return ofDefinition(ctx, parsed);
}

/** A population that was read, as a definition; null when all facts count. */
export async function definitionOf(
  ctx: AnalyticsContext,
  { segmentId, definition }: AskedPopulation,
): Promise<SegmentNode | null> {
  if (segmentId == null) return definition == null ? null : (definition as SegmentNode);
  const segment = await ctx.db.manager.findOneBy(SegmentRow, { id: segmentId });
  return { kind: segment?.kind === 'GROUP' ? 'GROUP' : 'SEGMENT', id: segmentId };
}

async function ofSegment(ctx: AnalyticsContext, id: string): Promise<Population> {
  const segment = isUuid(id) ? await ctx.db.manager.findOneBy(SegmentRow, { id }) : null;
  if (!segment) throw badInput('There is no segment with this id.');
  if (segment.kind === 'GROUP' || segment.definition === null) return ofList(await listed(ctx, id));
  const at = await momentOf(ctx, ctx.db.manager);
  if (segment.expiresOn !== null && segment.expiresOn < at.today) return ofList([]);
  return ofDefinition(ctx, segment.definition, [id]);
}

/** Members of whom a definition holds that was read, or made, before; `inside` are segments that it is of itself. */
export async function ofDefinition(
  ctx: AnalyticsContext,
  definition: SegmentNode,
  inside: readonly string[] = [],
): Promise<Population> {
  const at = await momentOf(ctx, ctx.db.manager);
  return (binder) => {
    const plan = segmentPlan(binder);
    return `f.member_id IN (${plan.members(compileSegment(plan, definition, at, inside)).sql})`;
  };
}

async function listed({ db }: AnalyticsContext, segmentId: string): Promise<string[]> {
  const rows = await db.manager.find(SegmentMemberRow, { select: { memberId: true }, where: { segmentId } });
  return rows.map(({ memberId }) => memberId);
}

const ofList =
  (memberIds: readonly string[]): Population =>
  ({ bind }) =>
    `f.member_id IN ${bind('Array(UUID)', memberIds)}`;
