import { randomUUID } from 'node:crypto';
import { file, FILE, fresh, input, replayed, SETS, unchanged, type MutationCase } from './mutation-case';

interface Added {
  readonly addStaffMember: { readonly staffMember: { readonly id: string } };
}

/** Mutations of the members context. */
export const memberCases: Record<string, MutationCase> = {
  enrolMember: {
    make: () => input({ enrolmentId: randomUUID(), email: `${randomUUID()}@example.kz`, channel: 'TILL' }),
    outcome: 'MemberEnrolled',
    again: replayed,
    other: { change: input({ firstName: 'Other' }), refusal: 'EnrolmentInvalid', says: { field: 'enrolmentId' } },
    freshId: fresh('enrolmentId'),
  },
  updateMember: {
    make: async ({ enrol }) => input({ id: await enrol(), changeId: randomUUID(), firstName: 'Saule' }),
    outcome: 'MemberUpdated',
    again: replayed,
    other: { change: input({ firstName: 'Other' }), refusal: 'MemberInvalid', says: { field: 'changeId' } },
    freshId: fresh('changeId'),
  },
  setMemberStatus: {
    make: async ({ enrol }) => input({ id: await enrol(), status: 'BLOCKED', reason: 'lost' }),
    outcome: 'MemberUpdated',
    again: replayed,
    other: SETS,
  },
  addCard: {
    make: async ({ enrol }) => input({ memberId: await enrol(), changeId: randomUUID() }),
    outcome: 'CardAdded',
    again: replayed,
    other: {
      change: input({ number: `N${randomUUID().slice(0, 13)}` }),
      refusal: 'CardInvalid',
      says: { field: 'changeId' },
    },
    freshId: fresh('changeId'),
  },
  blockCard: {
    make: async (world) => {
      const number = `C${randomUUID().slice(0, 13)}`.toUpperCase();
      const query = 'mutation ($input: AddCardInput!) { addCard(input: $input) { __typename } }';
      await world.staff(query, input({ memberId: await world.enrol(), changeId: randomUUID(), number }));
      return input({ number, reason: 'lost' });
    },
    outcome: 'CardBlocked',
    again: {},
    other: SETS,
  },
  setConsent: {
    make: async ({ enrol }) => input({ memberId: await enrol(), channel: 'SMS', given: true, source: 'BACK_OFFICE' }),
    outcome: 'ConsentRecorded',
    again: {},
    other: SETS,
  },
  importMembers: {
    make: () => input(file({ member_id: randomUUID(), first_name: 'Aigul' })),
    outcome: 'ImportLanded',
    again: unchanged,
    other: FILE,
  },
  importCards: {
    make: async ({ staff }) => {
      const member_id = randomUUID();
      const query = 'mutation ($input: ImportInput!) { importMembers(input: $input) { __typename } }';
      await staff(query, input(file({ member_id, first_name: 'Aigul' })));
      return input(file({ card_number: `I${randomUUID().slice(0, 13)}`, member_id }));
    },
    outcome: 'ImportLanded',
    again: unchanged,
    other: FILE,
  },
  createPartnerKey: {
    make: () => input({ keyId: randomUUID(), name: 'Till', scopes: ['purchase.quote'] }),
    outcome: 'PartnerKeyCreated',
    again: { __typename: 'PartnerKeyMade' },
    other: { change: input({ name: 'Other' }), refusal: 'PartnerKeyInvalid' },
    freshId: fresh('keyId'),
  },
  revokePartnerKey: {
    make: async ({ staff }) => {
      const id = randomUUID();
      const query = 'mutation ($input: CreatePartnerKeyInput!) { createPartnerKey(input: $input) { __typename } }';
      await staff(query, input({ keyId: id, name: 'Till', scopes: ['purchase.quote'] }));
      return { id };
    },
    outcome: 'PartnerKeyRevoked',
    again: { revoked: false },
    other: SETS,
  },
  addStaffMember: {
    make: () =>
      input({ email: `${randomUUID()}@example.kz`, name: 'Dana', role: 'ANALYST', password: 'long enough for this' }),
    outcome: 'StaffMemberSaved',
    again: {},
    other: { change: input({ name: 'Other' }), refusal: 'StaffMemberInvalid', says: { field: 'email' } },
  },
  updateStaffMember: {
    make: async ({ staff }) => {
      const query =
        'mutation ($input: AddStaffMemberInput!) { addStaffMember(input: $input) { ... on StaffMemberSaved { staffMember { id } } } }';
      const person = { name: 'Dana', role: 'ANALYST', password: 'long enough for this' };
      const added = await staff<Added>(query, input({ ...person, email: `${randomUUID()}@example.kz` }));
      return input({ id: added.addStaffMember.staffMember.id, role: 'MARKETER' });
    },
    outcome: 'StaffMemberSaved',
    again: {},
    other: SETS,
  },
  signOut: {
    make: async ({ staff, stack }) => {
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { refreshToken } } }';
      const { signIn } = await staff<{ signIn: { refreshToken: string } }>(query, input({ ...stack.admin }));
      return input({ refreshToken: signIn.refreshToken });
    },
    outcome: 'SignedOut',
    again: { ended: false },
    other: SETS,
  },
};
