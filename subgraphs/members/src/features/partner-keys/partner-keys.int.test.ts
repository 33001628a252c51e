import { ANONYMOUS, createLogger, newId } from '@adal/service';
import { startMembers, staff, type TestMembers } from '../../../test/harness';
import { bootstrapPartnerKey } from './bootstrap-partner-key';
import { hashKey } from './key.rules';

const CREATE = `mutation ($input: CreatePartnerKeyInput!) { createPartnerKey(input: $input) {
  __typename ... on PartnerKeyInvalid { code message } ... on PartnerKeyCreated { secret key { id name prefix scopes expiresAt } }
} }`;
const BY_HASH =
  'query ($hash: String!) { partnerByKeyHash(hash: $hash) { id name scopes expiresAt requestsPerMinute } }';
const gateway = { ...ANONYMOUS, kind: 'service' as const, id: 'gateway' };

interface Created {
  readonly __typename: string;
  readonly secret: string;
  readonly key: { readonly id: string; readonly prefix: string };
}

let members: TestMembers;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.stop());

const create = async (input: object = {}) => {
  const key = { name: 'Till 1', scopes: ['purchase.quote'], ...input };
  return (await members.execute<{ createPartnerKey: Created }>(staff(), CREATE, { input: key })).data.createPartnerKey;
};
const partnerOf = async (secret: string, as = gateway) => {
  const { data, code } = await members.execute(as, BY_HASH, { hash: hashKey(secret) });
  return code ?? data['partnerByKeyHash'];
};

it('makes a key whose secret is shown once and kept as a hash', async () => {
  const created = await create({ scopes: ['purchase.quote', 'purchase.quote', 'members.read'] });
  expect(created).toMatchObject({
    __typename: 'PartnerKeyCreated',
    key: { name: 'Till 1', scopes: ['purchase.quote', 'members.read'], expiresAt: null },
  });
  expect(created.secret).toContain(`adal_${created.key.prefix}_`);
  expect(JSON.stringify(await members.db.query('select * from partner_key'))).not.toContain(created.secret.slice(14));
  expect(await partnerOf(created.secret)).toMatchObject({
    id: created.key.id,
    name: 'Till 1',
    scopes: ['purchase.quote', 'members.read'],
  });
});

it('makes one key per keyId, and refuses the id for another', async () => {
  const input = { keyId: newId(), name: 'Once', requestsPerMinute: 600 };
  const created = await create(input);
  expect(created).toMatchObject({ __typename: 'PartnerKeyCreated', key: { id: input.keyId } });
  expect(await create(input)).toMatchObject({ __typename: 'PartnerKeyMade' });
  expect(await create({ ...input, requestsPerMinute: 601 })).toMatchObject({ __typename: 'PartnerKeyInvalid' });
  expect(await create({ ...input, keyId: 'x' })).toMatchObject({ __typename: 'PartnerKeyInvalid' });
  const race = { ...input, keyId: newId() };
  const names = (await Promise.all([create(race), create(race), create(race)])).map(({ __typename }) => __typename);
  expect(names.sort()).toEqual(['PartnerKeyCreated', 'PartnerKeyMade', 'PartnerKeyMade']);
  expect(await partnerOf(created.secret)).toMatchObject({ name: 'Once', requestsPerMinute: 600 });
});

it('tells the gateway alone whose a key is', async () => {
  const { secret } = await create();
  expect(await partnerOf(secret, { ...staff(), kind: 'service' })).toMatchObject({ name: 'Till 1' });
  for (const kind of ['staff', 'partner', 'member', 'anonymous']) {
    expect(await partnerOf(secret, { ...staff(), kind } as unknown as typeof gateway)).toBe('FORBIDDEN');
  }
});

it('knows no key that is unknown, expired or revoked', async () => {
  expect(await partnerOf('adal_nobody00_x')).toBeNull();
  const expiring = await create({ expiresAt: new Date(members.clock.now().getTime() + 60_000).toISOString() });
  expect(await partnerOf(expiring.secret)).not.toBeNull();
  members.clock.advanceMs(60_000);
  expect(await partnerOf(expiring.secret)).toBeNull();
  const { secret, key } = await create();
  const revoke = async () =>
    (await members.execute(staff(), `mutation { revokePartnerKey(id: "${key.id}") { revoked } }`)).data[
      'revokePartnerKey'
    ];
  expect(await revoke()).toEqual({ revoked: true });
  expect(await revoke()).toEqual({ revoked: false });
  expect(await partnerOf(secret)).toBeNull();
});

it('notes the last use to the minute', async () => {
  const { secret, key } = await create({ name: 'Used' });
  members.clock.set('2026-12-01T10:15:42.500Z');
  await partnerOf(secret);
  members.clock.advanceMs(5_000);
  await partnerOf(secret);
  const { data } = await members.execute<{ partnerKeys: { id: string; lastUsedAt: string }[] }>(
    staff(),
    '{ partnerKeys { id lastUsedAt } }',
  );
  expect(data.partnerKeys.find(({ id }) => id === key.id)).toEqual({
    id: key.id,
    lastUsedAt: '2026-12-01T10:15:00.000Z',
  });
});

it('refuses unknown scopes', async () => {
  expect(await create({ scopes: ['all'] })).toMatchObject({
    __typename: 'PartnerKeyInvalid',
    code: 'PARTNER_KEY_INVALID',
  });
});

it('writes who made and ended keys', async () => {
  const { key } = await create();
  await members.execute(staff(), `mutation { revokePartnerKey(id: "${key.id}") { revoked } }`);
  const audit: { action: string }[] = await members.db.query(
    'select action from audit_entry where target = $1 order by id',
    [`partner-key:${key.id}`],
  );
  expect(audit.map(({ action }) => action)).toEqual(['partner-key.create', 'partner-key.revoke']);
});

it('takes the key of the settings once', async () => {
  const secret = `adal_local000_${'x'.repeat(43)}`;
  const log = createLogger('members', 'silent');
  for (const _ of [1, 2]) await bootstrapPartnerKey(members.db, secret, log);
  expect(await partnerOf(secret)).toMatchObject({
    scopes: expect.arrayContaining(['purchase.confirm', 'members.import']),
  });
  await expect(bootstrapPartnerKey(members.db, 'secret', log)).rejects.toThrow('must look like');
});
