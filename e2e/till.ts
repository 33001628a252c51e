import { randomUUID } from 'node:crypto';
import { graphqlClient, type GraphqlRequest } from '@adal/testkit';
import type { RunningStack } from './stack';

/** An outcome of an operation: what came of it, or a refusal with its sentence. */
export interface Outcome {
  __typename: string;
  message?: string;
  replayed?: boolean;
}
export interface Quote extends Outcome {
  token: string;
  total: string;
  discount: string;
  payable: string;
  pointsSpendable: string;
  pointsEarned: string;
}
export interface Confirmed extends Outcome {
  purchase: {
    id: string;
    payable: string;
    pointsSpent: string;
    pointsEarned: string;
    lines: { lineNo: number; amount: string }[];
  };
}
export interface Returned extends Outcome {
  return: { refund: string; pointsGivenBack: string; pointsWithdrawn: string };
}
export interface Wallet {
  balance: { available: string; pending: string; held: string };
  statement: { edges: { node: { kind: string } }[] };
}
export interface Sale {
  purchaseId: string;
  quote: string;
  receiptNumber?: string;
}

/** A till of the demo chain, as a partner's software would work it. */
export interface Till {
  readonly storeId: string;
  readonly tillId: string;
  enrol(email: string): Promise<string>;
  /** Prices the first goods of the shelf for the member. */
  quote(memberId: string, options?: { goods?: number; pointsToSpend?: string }): Promise<Quote>;
  reserve(sale: Sale): Promise<Outcome>;
  confirm(sale: Sale): Promise<Confirmed>;
  giveBack(input: object): Promise<Returned>;
  wallet(memberId: string): Promise<Wallet>;
}

const REFUSAL = '... on UserError { message }';
const ENROL = `mutation ($input: EnrolMemberInput!) { outcome: enrolMember(input: $input) {
  __typename ... on MemberEnrolled { replayed member { id } } ${REFUSAL} } }`;
const QUOTE = `query ($input: QuotePurchaseInput!) { outcome: quotePurchase(input: $input) {
  __typename ... on PurchaseQuote { token total discount payable pointsSpendable pointsEarned } ${REFUSAL} } }`;
const RESERVE = `mutation ($input: ReservePurchaseInput!) { outcome: reservePurchase(input: $input) {
  __typename ... on PurchaseReserved { replayed } ${REFUSAL} } }`;
const CONFIRM = `mutation ($input: ConfirmPurchaseInput!) { outcome: confirmPurchase(input: $input) {
  __typename ... on PurchaseConfirmed { replayed purchase { id payable pointsSpent pointsEarned lines { lineNo amount } } } ${REFUSAL} } }`;
const RETURN = `mutation ($input: ReturnPurchaseInput!) { outcome: returnPurchase(input: $input) {
  __typename ... on PurchaseReturned { replayed return { refund pointsGivenBack pointsWithdrawn } } ${REFUSAL} } }`;
const WALLET = `query ($id: ID!) { outcome: member(by: { id: $id }) {
  balance { available pending held } statement(first: 20) { edges { node { kind } } } } }`;

/** Opens a till with the demo's key, or one that asks in another way. */
export function openTill(
  { demo, urls }: Pick<RunningStack, 'demo' | 'urls'>,
  ask: GraphqlRequest = graphqlClient(urls.graphql, { token: demo.partnerKey ?? '' }),
): Till {
  const { storeId = '', tillId = '', skus = [] } = demo.till ?? {};
  const outcomeOf = async <T>(document: string, variables: object): Promise<T> =>
    (await ask<{ outcome: T }>(document, variables)).outcome;
  return {
    storeId,
    tillId,
    enrol: async (email) => {
      const input = { enrolmentId: randomUUID(), email, firstName: 'Айгүл', channel: 'TILL', storeId };
      const enrolled = await outcomeOf<Outcome & { member?: { id: string } }>(ENROL, { input });
      if (!enrolled.member) throw new Error(`${enrolled.__typename}: ${enrolled.message}`);
      return enrolled.member.id;
    },
    quote: (memberId, { goods = 2, pointsToSpend } = {}) => {
      const lines = skus.slice(0, goods).map((good, index) => ({ lineNo: index + 1, quantity: '2', ...good }));
      const member = { id: memberId };
      return outcomeOf(QUOTE, { input: { storeId, tillId, member, lines, ...(pointsToSpend && { pointsToSpend }) } });
    },
    reserve: (input) => outcomeOf(RESERVE, { input }),
    confirm: (input) => outcomeOf(CONFIRM, { input }),
    giveBack: (input) => outcomeOf(RETURN, { input }),
    wallet: (id) => outcomeOf(WALLET, { id }),
  };
}

/** An address nobody else in this run has. */
export function freshEmail(): string {
  return `aigul.${randomUUID().slice(0, 8)}@example.kz`;
}

/** Exact decimal strings are compared as whole numbers of the smallest unit. */
export function minor(amount: string): number {
  return Math.round(Number(amount) * 100);
}

/** What the mail sink holds for an address. */
export async function mailTo({ urls }: RunningStack, email: string): Promise<{ subject: string; html?: string }[]> {
  const response = await fetch(`${urls.mail}/api/messages?to=${encodeURIComponent(email)}`);
  return (await response.json()) as { subject: string; html?: string }[];
}
