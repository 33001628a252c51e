import { enrolled } from '../../../test/builders';
import { startMembers, staff, type TestMembers } from '../../../test/harness';

const importOf = (kind: string) => `mutation ($input: ImportInput!) { result: ${kind}(input: $input) {
  __typename ... on ImportInvalid { code }
  ... on ImportLanded { read landed unchanged amount quantity rejected { line column code reason } }
} }`;

interface Landed {
  readonly __typename: string;
  readonly code?: string;
  readonly read: number;
  readonly landed: number;
  readonly unchanged: number;
  readonly rejected: readonly { readonly line: number; readonly column: string; readonly code: string }[];
}

let members: TestMembers;
beforeAll(async () => {
  members = await startMembers();
});
afterEach(() => members.db.query('truncate member, client_request, outbox cascade'));
afterAll(() => members.stop());

async function send(kind: string, records: Record<string, string>[], more: object = {}): Promise<Landed> {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = records.map((record, index) => ({
    line: index + 2,
    values: columns.map((column) => record[column] ?? null),
  }));
  const { data } = await members.execute<{ result: Landed }>(staff(), importOf(kind), {
    input: { importId: 'run-1', columns, rows, ...more },
  });
  return data.result;
}
const sendMembers = (records: Record<string, string>[], more?: object) => send('importMembers', records, more);
const snapshots = async () =>
  (await members.recorded<{ members: Record<string, unknown>[] }>('members.members.imported.v1')).flatMap(
    (event) => event.members,
  );

const DANA = {
  ...{
    member_id: 'crm-1',
    phone: '87010000001',
    email: 'dana@example.kz',
    first_name: 'Дана',
    card_number: '7700000001',
  },
  ...{ registered_at: '2025-01-02T10:00:00+05:00', consent_email: 'true', 'attr:segment': 'gold' },
};

describe('importMembers', () => {
  it('lands good rows, sends bad ones back, and tells the others in bulk without live events', async () => {
    const result = await sendMembers([DANA, { member_id: 'crm-2', phone: '12' }, { member_id: '' }]);
    expect(result).toMatchObject({ __typename: 'ImportLanded', read: 3, landed: 1, unchanged: 0, amount: '0.00' });
    expect(result.rejected).toMatchObject([
      { line: 3, column: 'phone', code: 'PHONE_INVALID' },
      { line: 4, column: 'member_id', code: 'MEMBER_ID_MISSING' },
    ]);
    expect(await snapshots()).toMatchObject([
      {
        ...{
          externalId: 'crm-1',
          revision: 1,
          phone: '+77010000001',
          channel: 'IMPORT',
          language: 'ru',
          gender: 'UNKNOWN',
        },
        registeredAt: '2025-01-02T05:00:00.000Z',
        cards: [{ number: '7700000001', kind: 'PLASTIC', status: 'ACTIVE' }],
        consents: [{ channel: 'EMAIL', given: true }],
        attributes: { segment: 'gold' },
      },
    ]);
    expect(await members.recorded('members.member.enrolled.v1')).toEqual([]);
    const { data } = await members.execute(staff(), '{ members(search: "дан") { totalCount } }');
    expect(data).toEqual({ members: { totalCount: 1 } });
  });

  it('changes nothing when the same chunk comes again', async () => {
    await sendMembers([DANA]);
    expect(await sendMembers([DANA])).toMatchObject({ landed: 0, unchanged: 1, rejected: [] });
    expect(await sendMembers([{ member_id: 'crm-1', city: '' }], { importId: 'run-2' })).toMatchObject({
      landed: 0,
      unchanged: 1,
    });
    expect(await snapshots()).toHaveLength(1);
  });

  it('adds and changes in a later run, and erases nothing', async () => {
    await sendMembers([DANA]);
    const later = {
      member_id: 'crm-1',
      first_name: '',
      last_name: 'Ким',
      city: 'Астана',
      'attr:shoe': '38',
      card_number: '7700000009',
    };
    expect(await sendMembers([later], { importId: 'run-2' })).toMatchObject({ landed: 1 });
    expect((await snapshots()).at(-1)).toMatchObject({
      ...{ revision: 2, firstName: 'Дана', lastName: 'Ким', city: 'Астана', phone: '+77010000001' },
      attributes: { segment: 'gold', shoe: '38' },
      cards: [{ number: '7700000001' }, { number: '7700000009' }],
    });
    const { data } = await members.execute(staff(), '{ members(search: "ким дана") { totalCount } }');
    expect(data).toEqual({ members: { totalCount: 1 } });
  });

  it('takes the first row of a member and sends back those that say otherwise, in one chunk and over several', async () => {
    expect(await sendMembers([DANA, DANA, { ...DANA, city: 'Астана' }])).toMatchObject({
      ...{ read: 3, landed: 1, unchanged: 1 },
      rejected: [{ line: 4, column: 'member_id', code: 'MEMBER_REPEATED' }],
    });
    expect(await sendMembers([{ ...DANA, city: 'Алматы' }])).toMatchObject({ rejected: [{ code: 'MEMBER_REPEATED' }] });
  });

  it('sends back contacts and cards of others, of the database and of the same chunk', async () => {
    await enrolled(members, { phone: '+77010000001', email: 'live@example.kz', cardNumber: '7700000005' });
    const { rejected } = await sendMembers([
      { member_id: 'a', phone: '87010000001' },
      { member_id: 'b', email: 'LIVE@example.kz' },
      { member_id: 'c', card_number: '7700000005' },
      { member_id: 'd', phone: '87010000002', card_number: '7700000006' },
      { member_id: 'e', phone: '+7 701 000 00 02' },
      { member_id: 'f', card_number: '7700000006' },
    ]);
    expect(rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'phone', 'CONTACT_TAKEN'],
      [3, 'email', 'CONTACT_TAKEN'],
      [4, 'card_number', 'CARD_TAKEN'],
      [6, 'phone', 'CONTACT_TAKEN'],
      [7, 'card_number', 'CARD_TAKEN'],
    ]);
  });

  it('loses and doubles nothing when chunks that overlap come at once', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => ({
      member_id: `m-${index}`,
      phone: `+7702${String(index).padStart(7, '0')}`,
    }));
    const results = await Promise.all([0, 50, 100].map((from) => sendMembers(rows.slice(from, from + 100))));
    for (const result of results) expect(result.landed + result.unchanged).toBe(100);
    expect(results.reduce((sum, { landed }) => sum + landed, 0)).toBe(200);
  });

  it('never brings back a consent the member withdrew', async () => {
    await sendMembers([DANA]);
    const { data } = await members.execute<{ member: { id: string } }>(
      staff(),
      '{ member(by: { externalId: "crm-1" }) { id } }',
    );
    const withdraw = `mutation ($id: ID!) { setConsent(input: { memberId: $id, channel: "EMAIL", given: false, source: "SITE" }) { __typename } }`;
    await members.execute(staff(), withdraw, { id: data.member.id });
    await sendMembers([{ ...DANA, city: 'Астана' }], { importId: 'run-2' });
    expect((await snapshots()).at(-1)).toMatchObject({
      city: 'Астана',
      consents: [{ channel: 'EMAIL', given: false }],
    });
  });

  it('checks everything and lands nothing in a dry run', async () => {
    expect(await sendMembers([DANA, { member_id: 'x', phone: '1' }], { dryRun: true })).toMatchObject({
      landed: 1,
      rejected: [{ line: 3 }],
    });
    expect(await snapshots()).toEqual([]);
    expect(await members.db.query('select from member')).toEqual([]);
  });

  it('refuses a chunk that cannot be read as a whole', async () => {
    expect(await sendMembers([{ phone: '1' }])).toMatchObject({ __typename: 'ImportInvalid', code: 'COLUMN_MISSING' });
    expect(await sendMembers([{ member_id: '1', shoe: '38' }])).toMatchObject({ code: 'COLUMN_UNKNOWN' });
  });
});

describe('importCards', () => {
  const sendCards = (records: Record<string, string>[], more?: object) => send('importCards', records, more);

  it('lands further cards of known members, once, and tells the others', async () => {
    await sendMembers([DANA]);
    const cards = [
      { card_number: '8800000001', member_id: 'crm-1' },
      { card_number: '8800000002', member_id: 'crm-1', kind: 'virtual', status: 'BLOCKED', issued_at: '2025-01-02' },
    ];
    expect(await sendCards(cards)).toMatchObject({ read: 2, landed: 2, unchanged: 0, rejected: [] });
    expect(await sendCards(cards)).toMatchObject({ landed: 0, unchanged: 2 });
    expect(await sendCards([{ card_number: '8800000001', member_id: 'crm-1', status: 'BLOCKED' }])).toMatchObject({
      landed: 1,
    });
    const events = await snapshots();
    expect(events.map((event) => event['revision'])).toEqual([1, 2, 3]);
    expect(events.at(-1)?.['cards']).toEqual(
      expect.arrayContaining([
        { number: '8800000001', kind: 'PLASTIC', status: 'BLOCKED' },
        { number: '8800000002', kind: 'VIRTUAL', status: 'BLOCKED' },
      ]),
    );
  });

  it('sends back cards of unknown members, of others, told twice, and what it cannot read', async () => {
    await sendMembers([DANA, { member_id: 'crm-2' }]);
    const { rejected, landed } = await sendCards([
      { card_number: '8800000001', member_id: 'nobody' },
      { card_number: '7700000001', member_id: 'crm-2' },
      { card_number: '8800000002', member_id: 'crm-1' },
      { card_number: '8800000002', member_id: 'crm-1', status: 'BLOCKED' },
      { card_number: '1', member_id: 'crm-1' },
      { card_number: '8800000003', member_id: '' },
      { card_number: '8800000003', member_id: 'crm-1', kind: 'paper' },
      { card_number: '8800000003', member_id: 'crm-1', status: 'lost' },
      { card_number: '8800000003', member_id: 'crm-1', issued_at: 'long ago' },
    ]);
    expect(landed).toBe(1);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [2, 'MEMBER_UNKNOWN'],
      [3, 'CARD_TAKEN'],
      [5, 'CARD_REPEATED'],
      [6, 'CARD_NUMBER_INVALID'],
      [7, 'MEMBER_ID_MISSING'],
      [8, 'KIND_INVALID'],
      [9, 'STATUS_INVALID'],
      [10, 'ISSUED_AT_INVALID'],
    ]);
  });
});
