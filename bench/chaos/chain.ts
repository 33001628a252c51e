import type { Stack } from '@adal/local';
import { openWire, type Wire } from './wire.ts';

/** A chain made for the run: stores, members, a till's key, points that can be spent at once. */
export interface ChaosChain {
  readonly tills: Wire;
  readonly members: readonly string[];
  readonly stores: readonly string[];
}

const STORES = ['S1', 'S2', 'S3'];
/** Points earned with one pay in stores of another. */
const ENTITIES = ['NORTH', 'SOUTH'];
const AT_ONCE = 10;
const SETTINGS = 'earnPercent payablePercent roundingStep roundingMode activationDays lifetimeDays version';
const SCOPES = ['members.enrol', 'members.read', 'purchase.quote', 'purchase.confirm', 'purchase.return'];
const ENROL = `mutation ($input: EnrolMemberInput!) { outcome: enrolMember(input: $input) {
  __typename ... on MemberEnrolled { member { id } } } }`;

/** The administrator, signed in anew. */
export async function staffOf({ urls, admin }: Stack): Promise<Wire> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }';
  const { signIn } = await openWire(urls.graphql, null).ask<{ signIn: { accessToken: string } }>(query, {
    input: admin,
  });
  return openWire(urls.graphql, signIn.accessToken);
}

/** Opens it on an empty stack. */
export async function openChain(stack: Stack, seed: number, members: number): Promise<ChaosChain> {
  const staff = await staffOf(stack);
  for (const [n, id] of STORES.entries()) {
    const store = `id: "${id}", name: "Chaos", city: "Алматы", legalEntity: "${ENTITIES[n % ENTITIES.length]}"`;
    await staff.ask(`mutation { saveStore(input: { ${store} }) { __typename } }`);
  }
  const { programme } = await staff.ask<{ programme: object }>(`{ programme { ${SETTINGS} } }`);
  const update = 'mutation ($input: UpdateProgrammeInput!) { updateProgramme(input: $input) { __typename } }';
  await staff.ask(update, { input: { ...programme, activationDays: 0 } });
  const create = `mutation ($input: CreatePartnerKeyInput!) { createPartnerKey(input: $input) { ... on PartnerKeyCreated { secret } } }`;
  const { createPartnerKey } = await staff.ask<{ createPartnerKey: { secret: string } }>(create, {
    input: { name: 'chaos', scopes: SCOPES },
  });
  const tills = openWire(stack.urls.graphql, createPartnerKey.secret);
  return { tills, members: await enrol(tills, seed, members), stores: STORES };
}

async function enrol(tills: Wire, seed: number, count: number): Promise<string[]> {
  const ids: string[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const email = `chaos.${seed}.${n}@example.kz`;
      const input = { enrolmentId: `m-${seed}-${n}`, email, firstName: 'Айгүл', channel: 'TILL', storeId: 'S1' };
      const { outcome } = await tills.ask<{ outcome: { __typename: string; member?: { id: string } } }>(ENROL, {
        input,
      });
      if (!outcome.member) throw new Error(`A member was not enrolled: ${outcome.__typename}`);
      ids[n] = outcome.member.id;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return ids;
}
