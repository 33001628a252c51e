import { randomUUID } from 'node:crypto';
import type { Stack } from '@adal/local';
import { eventually, graphqlClient, type GraphqlRequest } from '@adal/testkit';
import { jsonOf } from './bad-values';

/** What came back, refusals and errors and all. */
export interface RawAnswer {
  readonly status: number;
  readonly data?: { readonly answer: Answered | null } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}
export type Answered = { readonly __typename: string } & Readonly<Record<string, unknown>>;

/** A small chain on a stack of its own: one store, goods, members with points, two administrators. */
export interface World {
  readonly stack: Stack;
  /** As the first administrator; throws on errors. */
  readonly staff: GraphqlRequest;
  /** As the first administrator, or the second. */
  send(document: string, variables: object, who?: 'first' | 'second'): Promise<RawAnswer>;
  /** A member with 1,000.00 points whom every service knows. */
  readonly memberId: string;
  enrol(): Promise<string>;
  /** A signed quote of a purchase that spends and earns. */
  quote(): Promise<string>;
  /** A sale in the books; its id. */
  sell(): Promise<string>;
  /** An adjustment that waits for the second administrator; its id. */
  propose(): Promise<string>;
}

/** Whatever is sent is answered within this time. */
const ANSWER_MS = 15_000;
const PASSWORD = 'a password for stories';
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }';
const call = (name: string, type: string, selection = '__typename ... on UserError { message }'): string =>
  `mutation ($input: ${type}Input!) { answer: ${name}(input: $input) { ${selection} } }`;
const QUOTE = `query ($input: QuotePurchaseInput!) { quotePurchase(input: $input) { ... on PurchaseQuote { token } } }`;
const ENROL = call('enrolMember', 'EnrolMember', '... on MemberEnrolled { member { id } }');

/** Makes it. */
export async function makeWorld(stack: Stack): Promise<World> {
  const url = stack.urls.graphql;
  const signIn = async (input: object): Promise<string> =>
    (await graphqlClient(url)<{ signIn: { accessToken: string } }>(SIGN_IN, { input })).signIn.accessToken;
  const first = await signIn(stack.admin);
  const staff = graphqlClient(url, { token: first });
  const colleague = { email: 'second@example.kz', name: 'Second', role: 'ADMINISTRATOR', password: PASSWORD };
  await staff(call('addStaffMember', 'AddStaffMember'), { input: colleague });
  const tokens = { first, second: await signIn({ email: colleague.email, password: PASSWORD }) };
  await staff(call('saveStore', 'SaveStore'), { input: { id: 'S1', name: 'Contract', city: 'Алматы' } });
  const { programme } = await staff<{ programme: object }>(
    '{ programme { earnPercent payablePercent roundingStep roundingMode lifetimeDays version } }',
  );
  await staff(call('updateProgramme', 'UpdateProgramme'), { input: { ...programme, activationDays: 0 } });

  const enrol = async (): Promise<string> => {
    const input = { enrolmentId: randomUUID(), email: `${randomUUID()}@example.kz`, channel: 'TILL', storeId: 'S1' };
    const consents = ['EMAIL'];
    const { answer } = await staff<{ answer: { member: { id: string } } }>(ENROL, { input: { ...input, consents } });
    return answer.member.id;
  };
  const memberId = await enrol();
  const propose = async (amount = '20000.00'): Promise<string> => {
    const adjustmentId = randomUUID();
    const input = { adjustmentId, member: { id: memberId }, amount, reason: 'MIGRATION' };
    await staff(call('adjustPoints', 'AdjustPoints'), { input });
    return adjustmentId;
  };
  await propose('10000.00');
  const lines = [{ lineNo: 1, sku: 'tea', quantity: '2', price: '1250.00' }];
  const basket = { storeId: 'S1', tillId: 'T1', member: { id: memberId }, lines, pointsToSpend: '1.00' };
  const quote = async (): Promise<string> => {
    const { quotePurchase } = await staff<{ quotePurchase: { token?: string } }>(QUOTE, { input: basket });
    return quotePurchase.token ?? '';
  };
  await eventually(async () => (await quote()) !== '', 20_000);
  return {
    stack,
    staff,
    memberId,
    enrol,
    quote,
    propose: () => propose(),
    sell: async () => {
      const purchaseId = randomUUID();
      await staff(call('confirmPurchase', 'ConfirmPurchase'), { input: { purchaseId, quote: await quote() } });
      return purchaseId;
    },
    send: async (query, variables, who = 'first') => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens[who]}` };
      const body = jsonOf({ query, variables });
      const signal = AbortSignal.timeout(ANSWER_MS);
      const response = await fetch(url, { method: 'POST', headers, body, signal });
      return { status: response.status, ...((await response.json()) as Omit<RawAnswer, 'status'>) };
    },
  };
}
