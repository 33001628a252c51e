import { randomUUID } from 'node:crypto';
import { file, FILE, input, SETS, unchanged, type MutationCase } from './mutation-case';
import type { World } from './world';

const HOLIDAY = { day: '2026-12-01', kind: 'RETAIL', nameRu: 'Праздник', nameKk: 'Мереке', nameEn: 'A day' };
const keyOfDay = (): string => `DAY_${randomUUID().slice(0, 8).toUpperCase()}`;

/** Makes a list and answers its id. */
async function listOf({ staff }: World): Promise<string> {
  const id = randomUUID();
  const query = 'mutation ($input: SaveMemberListInput!) { saveMemberList(input: $input) { __typename } }';
  await staff(query, input({ id, name: `List ${id}` }));
  return id;
}

/** Mutations of the facts that conditions ask for. */
export const factCases: Record<string, MutationCase> = {
  saveMemberList: {
    make: () => input({ id: randomUUID(), name: `List ${randomUUID()}` }),
    outcome: 'MemberListSaved',
    again: {},
    other: SETS,
  },
  importMemberList: {
    make: async (world) => ({ listId: await listOf(world), ...input(file({ id: world.memberId })) }),
    outcome: 'ImportLanded',
    again: unchanged,
    other: FILE,
  },
  removeFromMemberList: {
    make: async (world) => {
      const listId = await listOf(world);
      const query =
        'mutation ($listId: ID!, $input: ImportInput!) { importMemberList(listId: $listId, input: $input) { __typename } }';
      await world.staff(query, { listId, ...input(file({ id: world.memberId })) });
      return input({ listId, memberIds: [world.memberId] });
    },
    outcome: 'RemovedFromMemberList',
    again: { removed: 0 },
    other: SETS,
  },
  deleteMemberList: {
    make: async (world) => ({ id: await listOf(world) }),
    outcome: 'MemberListDeleted',
    again: { deleted: false },
    other: SETS,
  },
  declareMemberAttribute: {
    make: () => input({ key: `k_${randomUUID().slice(0, 8)}`, type: 'NUMBER', nameRu: 'Р', nameKk: 'Р', nameEn: 'S' }),
    outcome: 'MemberAttributeDeclared',
    again: {},
    other: { change: input({ type: 'TEXT' }), refusal: 'MemberAttributeInvalid', says: { field: 'type' } },
  },
  saveHoliday: {
    make: () => input({ ...HOLIDAY, key: keyOfDay() }),
    outcome: 'HolidaySaved',
    again: {},
    other: SETS,
  },
  removeHoliday: {
    make: async ({ staff }) => {
      const key = keyOfDay();
      const query = 'mutation ($input: SaveHolidayInput!) { saveHoliday(input: $input) { __typename } }';
      await staff(query, input({ ...HOLIDAY, key }));
      return input({ day: HOLIDAY.day, key });
    },
    outcome: 'HolidayRemoved',
    again: { removed: false },
    other: SETS,
  },
};
