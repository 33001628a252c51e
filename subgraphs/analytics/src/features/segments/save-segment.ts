import { isDeepStrictEqual } from 'node:util';
import { badInput, inTransaction, isUuid } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { AnalyticsContext } from '../../context';
import type { SaveSegmentInput } from '../../generated/graphql';
import { namedIn, parseDefinition, type SegmentNode } from '../segment-language';
import { findTaken, findUnknown } from './segment.queries';
import { lockSegment, refreshSegment, SegmentRow } from '../segment-members';
import {
  segmentChanged,
  segmentInvalid,
  segmentUnknown,
  type SegmentChangedMeanwhile,
  type SegmentInvalid,
  type SegmentUnknown,
} from './segment.refusals';
import { titlesOf, type Titles } from './segment.rules';

export type SaveSegmentOutcome =
  | { readonly __typename: 'SegmentSaved'; readonly segment: SegmentRow }
  | SegmentInvalid
  | SegmentUnknown
  | SegmentChangedMeanwhile;

/** Makes a segment or changes it, and works out its members. The order of refusals is that of the SDL. */
export async function saveSegment(ctx: AnalyticsContext, input: SaveSegmentInput): Promise<SaveSegmentOutcome> {
  if (!isUuid(input.id)) throw badInput('id must be a UUID.');
  const titles = titlesOf(input);
  if ('__typename' in titles) return titles;
  const definition = parseDefinition(input.definition);
  if ('message' in definition) return segmentInvalid(`definition.${definition.field}`, definition.message);
  const saved = await inTransaction(ctx.db, async (tx) => {
    // Names are taken one at a time, and definitions name each other only once both are there.
    await tx.query("select pg_advisory_xact_lock(hashtextextended('segments', 0))");
    return (await nameFault(tx, input.id, titles, definition)) ?? save(ctx, tx, input, titles, definition);
  });
  // What was saved before has its members already.
  if (saved.__typename !== 'SegmentSaved' || saved.segment.refreshedAt !== null) return saved;
  await refreshSegment(ctx, saved.segment.id);
  return { __typename: 'SegmentSaved', segment: await ctx.db.manager.findOneByOrFail(SegmentRow, { id: input.id }) };
}

async function nameFault(
  tx: EntityManager,
  id: string,
  { name }: Titles,
  definition: SegmentNode,
): Promise<SegmentInvalid | null> {
  if (await findTaken(tx, name, id)) return segmentInvalid('name', 'Another segment has this name.');
  const named = namedIn(definition);
  const unknown = await findUnknown(tx, [...named.segments, ...named.groups]);
  if (unknown.length > 0) return segmentInvalid('definition', `There is no segment ${unknown.join(', ')}.`);
  // Whoever names this one in turn would ask itself.
  const circle = await findCircle(tx, id, named.segments);
  return circle ? segmentInvalid('definition', `It would contain itself by way of “${circle}”.`) : null;
}

/** The name of a segment by way of which `id` would name itself. */
async function findCircle(tx: EntityManager, id: string, named: readonly string[]): Promise<string | null> {
  const seen = new Set<string>();
  let open = [...named];
  while (open.length > 0) {
    const rows = await tx.getRepository(SegmentRow).findBy(open.map((other) => ({ id: other })));
    open.forEach((other) => seen.add(other));
    const culprit = rows.find(
      (row) => row.id === id || (row.definition && namedIn(row.definition).segments.includes(id)),
    );
    if (culprit) return culprit.name;
    open = rows
      .flatMap(({ definition }) => (definition ? namedIn(definition).segments : []))
      .filter((other) => !seen.has(other));
  }
  return null;
}

async function save(
  ctx: AnalyticsContext,
  tx: EntityManager,
  input: SaveSegmentInput,
  titles: Titles,
  definition: SegmentNode,
): Promise<SaveSegmentOutcome> {
  const known = await lockSegment(tx, input.id);
  if (!known && input.version !== 0) return segmentUnknown('There is no such segment any more.');
  if (known?.kind === 'GROUP') return segmentUnknown('This is a group: its members are listed, not defined.');
  const content = { ...titles, definition, expiresOn: input.expiresOn ?? null };
  if (known && isSame(known, content)) return { __typename: 'SegmentSaved', segment: known };
  if (known && known.version !== input.version) return segmentChanged(known);
  const segment = tx.create(SegmentRow, {
    ...(known ?? {
      id: input.id,
      kind: 'SEGMENT',
      owner: ctx.actor.name,
      size: 0,
      sequence: '0',
      createdAt: ctx.now,
    }),
    ...content,
    refreshedAt: null,
    version: input.version + 1,
    updatedAt: ctx.now,
  });
  return { __typename: 'SegmentSaved', segment: await tx.save(segment) };
}

type Content = Titles & Pick<SegmentRow, 'definition' | 'expiresOn'>;

function isSame(known: SegmentRow, content: Content): boolean {
  const kept = ({ name, description, folder, definition, expiresOn }: Content): Content => ({
    ...{ name, description, folder, definition, expiresOn },
  });
  return isDeepStrictEqual(kept(known), kept(content));
}
