import { randomBytes } from 'node:crypto';
import type { GatewayClient } from '../gateway-client';
import type { DemoChain } from './write-files';

/** A login of the demo. */
export interface DemoLogin {
  readonly email: string;
  readonly password: string;
  readonly role: string;
}

const TILL_SCOPES = [
  'members.read',
  'members.enrol',
  'purchase.quote',
  'purchase.confirm',
  'purchase.return',
  'receipts.read',
  'ledger.read',
  'metrics.read',
];

/** Gives every role a login, with a password of its own for this installation. */
export async function inviteTeam(client: GatewayClient, chain: DemoChain): Promise<DemoLogin[]> {
  const team = [
    { role: 'MARKETER', name: 'Айгерім Оспан' },
    { role: 'ANALYST', name: 'Тимур Ким' },
    { role: 'OPERATOR', name: 'Анна Петрова' },
    { role: 'STORE_MANAGER', name: 'Нұрлан Ахмет', storeIds: [chain.stores[0]?.id ?? ''] },
  ];
  const logins: DemoLogin[] = [];
  for (const person of team) {
    const login = {
      email: `${person.role.toLowerCase().replace('_', '.')}@adal.local`,
      password: randomBytes(12).toString('base64url'),
      role: person.role,
    };
    const { result } = await client.ask<{ result: { __typename: string } }>(
      'mutation Invite($input: AddStaffMemberInput!) { result: addStaffMember(input: $input) { __typename } }',
      { input: { ...person, email: login.email, password: login.password } },
    );
    // Somebody who was invited before keeps the password that demo.json has.
    if (result.__typename === 'StaffMemberSaved') logins.push(login);
  }
  return logins;
}

/** Makes the key that the demo's tills and a visitor's first purchase use. */
export async function makeTillKey(client: GatewayClient): Promise<string> {
  const { result } = await client.ask<{ result: { secret?: string; message?: string } }>(
    `mutation Key($input: CreatePartnerKeyInput!) { result: createPartnerKey(input: $input) {
      ... on PartnerKeyCreated { secret } ... on UserError { message } } }`,
    { input: { name: 'Demo tills', scopes: TILL_SCOPES } },
  );
  if (!result.secret) throw new Error(`No till key was made: ${result.message ?? 'no answer'}`);
  return result.secret;
}
