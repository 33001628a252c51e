import { aPhone, enrolled } from '../../../test/builders';
import { startMembers, staff, till, type TestMembers } from '../../../test/harness';

const MEMBER = `query ($by: MemberKey!) { member(by: $by) {
  id displayName firstName lastName phone email birthDate attributes { key value }
} }`;
const MEMBERS = `query ($search: String, $filter: MemberFilter, $first: Int, $after: String) {
  members(search: $search, filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id } }
  }
}`;
interface Page {
  readonly members: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: { readonly id: string } }[];
  };
}

let members: TestMembers;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.stop());

const memberBy = async (by: object, as = staff()) => {
  const { data, code } = await members.execute<{ member: Record<string, unknown> | null }>(as, MEMBER, { by });
  return code ?? data.member;
};
const find = async (variables: object, as = staff()) => {
  const { data } = await members.execute<Page>(as, MEMBERS, variables);
  return data.members.edges.map(({ node }) => node.id);
};

describe('member(by)', () => {
  it('finds a member by each of its keys, in any notation', async () => {
    const id = await enrolled(members, {
      phone: '+77020000001',
      email: 'dana@example.kz',
      cardNumber: 'K-100',
      externalId: 'crm-1',
    });
    for (const by of [
      { id },
      { externalId: 'crm-1' },
      { cardNumber: 'K-1 00' },
      { phone: '8 702 000 00 01' },
      { email: 'DANA@example.kz' },
    ]) {
      expect(await memberBy(by)).toMatchObject({ id });
    }
  });

  it('answers null when nobody has the key', async () => {
    for (const by of [
      { id: 'x' },
      { id: '01900000-0000-7000-8000-00000000dead' },
      { phone: '12' },
      { email: 'no' },
      { qr: 'x' },
      { cardNumber: '0000' },
    ]) {
      expect(await memberBy(by)).toBeNull();
    }
  });

  it('wants exactly one key', async () => {
    expect(await memberBy({})).toBe('BAD_USER_INPUT');
    expect(await memberBy({ id: 'x', phone: '+77020000001' })).toBe('BAD_USER_INPUT');
  });

  it('masks personal data without the permission', async () => {
    const id = await enrolled(members, {
      phone: '+77020000002',
      email: 'erlan@example.kz',
      firstName: 'Ерлан',
      birthDate: '1990-05-17',
    });
    expect(await memberBy({ id }, till)).toMatchObject({
      displayName: 'Е•••',
      firstName: 'Е•••',
      lastName: null,
      phone: '+•••••••••02',
      email: 'e•••@•••',
      birthDate: null,
      attributes: [],
    });
    expect(await memberBy({ id }, staff('members.read', 'members.pii.read'))).toMatchObject({
      phone: '+77020000002',
      birthDate: '1990-05-17',
    });
  });

  it('shows a member itself alone, in full', async () => {
    const [own, other] = [await enrolled(members, { firstName: 'Own' }), await enrolled(members)];
    const self = { ...staff('members.read'), kind: 'member' as const, id: own };
    expect(await memberBy({ id: own }, self)).toMatchObject({ displayName: 'Own' });
    expect(await memberBy({ id: other }, self)).toBeNull();
    expect(await find({}, self)).toEqual([own]);
  });

  it('shows a store manager the members of its stores', async () => {
    const [mine, other] = [await enrolled(members, { storeId: 'S-1' }), await enrolled(members, { storeId: 'S-2' })];
    const manager = { ...staff('members.read'), storeIds: ['S-1'] };
    expect(await memberBy({ id: mine }, manager)).toMatchObject({ id: mine });
    expect(await memberBy({ id: other }, manager)).toBeNull();
    expect(await find({}, manager)).toEqual([mine]);
  });
});

describe('members', () => {
  it('finds by the beginning of card, phone, e-mail and any word of the name', async () => {
    const id = await enrolled(members, {
      phone: '+77030000001',
      email: 'zhanna.k@example.kz',
      firstName: 'Жанна',
      lastName: 'Ким-Ли',
      cardNumber: 'ZK900',
    });
    for (const search of ['+7703', '8703', '7703000', 'zhanna.', 'ZHANNA.K@EX', 'жан', 'ли жанна', 'ZK9']) {
      expect(await find({ search })).toEqual([id]);
    }
    for (const search of ['жан пет', 'zhanna_k', '%', 'анна']) expect(await find({ search })).toEqual([]);
  });

  it('does not give contacts away by prefix without the permission', async () => {
    const phone = aPhone();
    const id = await enrolled(members, { phone, email: 'secret@example.kz', firstName: 'Тайна' });
    const marketer = staff('members.read');
    for (const search of [phone.slice(0, 10), 'secret', 'secret@exam'])
      expect(await find({ search }, marketer)).toEqual([]);
    for (const search of [phone, 'secret@example.kz', 'тай']) expect(await find({ search }, marketer)).toEqual([id]);
  });

  it('pages newest first without gaps or repeats, and counts', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      members.clock.advanceMs(index % 2 === 0 ? 1_000 : 0);
      ids.unshift(await enrolled(members, { city: 'Туркестан' }));
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Page } = await members.execute<Page>(staff(), MEMBERS, {
        filter: { city: 'Туркестан' },
        first: 3,
        after,
      });
      expect(data.members.totalCount).toBe(7);
      seen.push(...data.members.edges.map(({ node }) => node.id));
      after = data.members.pageInfo.hasNextPage ? data.members.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(ids);
  });

  it.each([
    ['a page size of nothing', { first: 0 }],
    ['a page size beyond reason', { first: 501 }],
    ['a cursor that is none', { after: 'x' }],
    ['a cursor of another list', { after: Buffer.from('["x","y"]').toString('base64url') }],
    ['a search beyond reason', { search: 'x'.repeat(101) }],
  ])('refuses %s', async (_name, variables) =>
    expect((await members.execute(staff(), MEMBERS, variables)).code).toBe('BAD_USER_INPUT'),
  );

  it('filters by status, store and time of joining', async () => {
    const id = await enrolled(members, { storeId: 'S-filter' });
    const filters = [
      { homeStoreId: 'S-filter' },
      {
        homeStoreId: 'S-filter',
        status: 'ACTIVE',
        registeredFrom: '2020-01-01T00:00:00Z',
        registeredTo: '2030-01-01T00:00:00Z',
      },
    ];
    for (const filter of filters) expect(await find({ filter })).toEqual([id]);
    expect(await find({ filter: { homeStoreId: 'S-filter', status: 'BLOCKED' } })).toEqual([]);
  });
});

it('resolves references to members in one statement', async () => {
  const ids = [await enrolled(members), await enrolled(members)];
  const query = jest.spyOn(members.db, 'query');
  const { data } = await members.execute(
    staff(),
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member { id displayName } } }',
    {
      r: [...ids, '01900000-0000-7000-8000-00000000dead', 'x'].map((id) => ({ __typename: 'Member', id })),
    },
  );
  expect(data).toMatchObject({ _entities: [{ id: ids[0] }, { id: ids[1] }, null, null] });
  expect(query).toHaveBeenCalledTimes(1);
  query.mockRestore();
});

it('shows a member others only masked, wherever they are pointed at from', async () => {
  const [own, other] = [await enrolled(members, { firstName: 'Own' }), await enrolled(members, { firstName: 'Other' })];
  const self = { ...staff('members.read'), kind: 'member' as const, id: own };
  const { data } = await members.execute(
    self,
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member { displayName } } }',
    { r: [own, other].map((id) => ({ __typename: 'Member', id })) },
  );
  expect(data).toEqual({ _entities: [{ displayName: 'Own' }, { displayName: 'O•••' }] });
});

it('names somebody without a name by a contact, else by the end of an id', async () => {
  const nameOf = async (input: object, as = staff()) => {
    const { data } = await members.execute<{ member: { displayName: string } }>(as, MEMBER, {
      by: { id: await enrolled(members, input) },
    });
    return data.member.displayName;
  };
  expect(await nameOf({ phone: '+77040000001' })).toBe('+77040000001');
  expect(await nameOf({ phone: '+77040000002' }, till)).toBe('+•••••••••02');
  expect(await nameOf({ phone: null, email: 'x@example.kz' })).toBe('x@example.kz');
  expect(await nameOf({ phone: null, cardNumber: 'N-0001', externalId: 'household-17850' })).toBe('…-17850');
});
