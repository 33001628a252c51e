import { badInput, inTransaction, isUuid } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import type { ChangeGroupInput, FreezeSegmentInput } from '../../generated/graphql';
import { lockSegment, replaceMembers, SegmentRow, tellChange } from '../segment-members';
import { segmentInvalid, segmentUnknown, type SegmentInvalid, type SegmentUnknown } from './segment.refusals';
import { findTaken } from './segment.queries';
import { titlesOf } from './segment.rules';

export type FreezeSegmentOutcome =
  | { readonly __typename: 'SegmentFrozen'; readonly group: SegmentRow; readonly replayed: boolean }
  | SegmentInvalid
  | SegmentUnknown;

/** Makes a group of the members that a segment has now, or an empty one. */
export async function freezeSegment(ctx: AnalyticsContext, input: FreezeSegmentInput): Promise<FreezeSegmentOutcome> {
  if (!isUuid(input.id)) throw badInput('id must be a UUID.');
  const titles = titlesOf(input);
  if ('__typename' in titles) return titles;
  return inTransaction(ctx.db, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('segments', 0))");
    const known = await lockSegment(tx, input.id);
    if (known?.kind === 'GROUP') return { __typename: 'SegmentFrozen', group: known, replayed: true };
    if (known) return segmentInvalid('id', 'A segment has this id: make a new one.');
    if (await findTaken(tx, titles.name, input.id)) return segmentInvalid('name', 'Another segment has this name.');
    const { segmentId } = input;
    const source = segmentId && isUuid(segmentId) ? await tx.findOneBy(SegmentRow, { id: segmentId }) : null;
    if (segmentId && !source) return segmentUnknown('There is no segment to freeze.');
    const group = await tx.save(
      tx.create(SegmentRow, {
        ...titles,
        id: input.id,
        kind: 'GROUP',
        owner: ctx.actor.name,
        definition: source?.definition ?? null,
        version: 1,
        expiresOn: input.expiresOn ?? null,
        size: 0,
        sequence: '0',
        refreshedAt: null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      }),
    );
    const members: { member_id: string }[] = source
      ? await tx.query('select member_id from segment_member where segment_id = $1', [source.id])
      : [];
    await replaceMembers(
      ctx,
      tx,
      group,
      members.map(({ member_id }) => member_id),
    );
    return {
      __typename: 'SegmentFrozen',
      group: await tx.findOneByOrFail(SegmentRow, { id: group.id }),
      replayed: false,
    };
  });
}

export type ChangeGroupOutcome =
  | {
      readonly __typename: 'GroupChanged';
      readonly group: SegmentRow;
      readonly added: number;
      readonly removed: number;
    }
  | SegmentUnknown;

const CHANGED_MAX = 1_000;

/** Puts members into a group and takes others out; who is named in both is taken out. */
export async function changeGroup(ctx: AnalyticsContext, input: ChangeGroupInput): Promise<ChangeGroupOutcome> {
  const [add, remove] = [input.add ?? [], input.remove ?? []];
  if (add.length > CHANGED_MAX || remove.length > CHANGED_MAX) throw badInput(`At most ${CHANGED_MAX} members a call.`);
  if (![...add, ...remove].every(isUuid)) throw badInput('Members are named by their ids, UUIDs.');
  return inTransaction(ctx.db, async (tx) => {
    const group = isUuid(input.id) ? await lockSegment(tx, input.id) : null;
    if (group?.kind !== 'GROUP') return segmentUnknown('There is no such group.');
    const joined: { member_id: string }[] = await tx.query(
      `insert into segment_member select $1, unnest($2::uuid[]), $3 on conflict do nothing returning member_id`,
      [group.id, [...new Set(add)].filter((id) => !remove.includes(id)), ctx.now],
    );
    const [left]: [{ member_id: string }[]] = await tx.query(
      'delete from segment_member where segment_id = $1 and member_id = any($2) returning member_id',
      [group.id, remove],
    );
    const ids = (rows: readonly { member_id: string }[]): string[] => rows.map(({ member_id }) => member_id);
    if (joined.length + left.length > 0) {
      await tellChange(ctx, tx, group, { joined: ids(joined), left: ids(left) });
      await tx.update(SegmentRow, { id: group.id }, { updatedAt: ctx.now });
    }
    return {
      __typename: 'GroupChanged',
      group: await tx.findOneByOrFail(SegmentRow, { id: group.id }),
      added: joined.length,
      removed: left.length,
    };
  });
}
