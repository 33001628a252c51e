import { randomUUID } from 'node:crypto';
import { fresh, input, SETS, type MutationCase } from './mutation-case';
import type { Variables } from './bad-values';
import type { World } from './world';

const ADULTS = { kind: 'ALL', of: [{ kind: 'AGE', from: 18 }] };
const aName = (): string => `Segment ${randomUUID()}`;

/** Makes a group of nobody and answers its id. */
async function groupOf({ staff }: World): Promise<string> {
  const id = randomUUID();
  const query = 'mutation ($input: FreezeSegmentInput!) { freezeSegment(input: $input) { __typename } }';
  await staff(query, input({ id, name: aName() }));
  return id;
}

/** A grid as it is cut, a little otherwise. */
async function cutOtherwise({ staff }: World): Promise<Variables> {
  const { rfmGrids } = await staff<{ rfmGrids: { id: string; version: number; windowDays: number }[] }>(
    '{ rfmGrids { id version windowDays } }',
  );
  const grid = rfmGrids.find(({ id }) => id === 'PURCHASES_BUDGET');
  const windowDays = ((grid?.windowDays ?? 0) % 3_000) + 1;
  return input({
    gridId: 'PURCHASES_BUDGET',
    version: grid?.version,
    settings: { windowDays, cuts: [{ bounds: ['3'] }, { bounds: null }] },
  });
}

/** Mutations of segments, groups and grids. */
export const segmentCases: Record<string, MutationCase> = {
  saveRfmGrid: {
    make: cutOtherwise,
    outcome: 'RfmGridSaved',
    again: {},
    other: {
      change: input({ settings: { windowDays: 3_600, cuts: [{ bounds: ['3'] }, { bounds: null }] } }),
      refusal: 'RfmGridChanged',
    },
  },
  saveSegment: {
    make: () => input({ id: randomUUID(), version: 0, name: aName(), definition: ADULTS }),
    outcome: 'SegmentSaved',
    again: {},
    other: { change: input({ folder: 'Elsewhere' }), refusal: 'SegmentChanged' },
  },
  freezeSegment: {
    make: () => input({ id: randomUUID(), name: aName() }),
    outcome: 'SegmentFrozen',
    again: { replayed: true },
    other: 'A group is made once: whoever asks again is shown what was made, and sees that it was before.',
  },
  exportSegment: {
    make: async (world) => input({ id: randomUUID(), segmentId: await groupOf(world), columns: ['MEMBER_ID', 'CITY'] }),
    outcome: 'SegmentExportStarted',
    again: {},
    other: 'The line of the audit is of one segment; under the same id another one is a bad request.',
    freshId: fresh('id'),
  },
  changeGroup: {
    make: async (world) => input({ id: await groupOf(world), add: [world.memberId] }),
    outcome: 'GroupChanged',
    again: { added: 0 },
    other: SETS,
  },
  deleteSegment: {
    make: async (world) => ({ id: await groupOf(world) }),
    outcome: 'SegmentDeleted',
    again: { deleted: false },
    other: SETS,
  },
};
