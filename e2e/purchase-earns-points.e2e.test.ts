import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { eventually, graphqlClient } from '@adal/testkit';
import { runningStack } from './stack';

const ENROL = /* GraphQL */ `
  mutation Enrol($input: EnrolMemberInput!) {
    enrolMember(input: $input) {
      __typename
      ... on MemberEnrolled {
        replayed
        member {
          id
        }
      }
      ... on UserError {
        message
      }
    }
  }
`;
const QUOTE = /* GraphQL */ `
  query Quote($input: QuotePurchaseInput!) {
    quotePurchase(input: $input) {
      __typename
      ... on PurchaseQuote {
        token
        total
        discount
        payable
        pointsEarned
        lines {
          lineNo
          payable
        }
      }
      ... on UserError {
        message
      }
    }
  }
`;
const RESERVE = /* GraphQL */ `
  mutation Reserve($input: ReservePurchaseInput!) {
    reservePurchase(input: $input) {
      __typename
      ... on PurchaseReserved {
        replayed
      }
      ... on UserError {
        message
      }
    }
  }
`;
const CONFIRM = /* GraphQL */ `
  mutation Confirm($input: ConfirmPurchaseInput!) {
    confirmPurchase(input: $input) {
      __typename
      ... on PurchaseConfirmed {
        replayed
        purchase {
          id
          total
          discount
          payable
          pointsEarned
          lines {
            lineNo
            amount
          }
        }
      }
      ... on UserError {
        message
      }
    }
  }
`;
const RETURN = /* GraphQL */ `
  mutation Return($input: ReturnPurchaseInput!) {
    returnPurchase(input: $input) {
      __typename
      ... on PurchaseReturned {
        replayed
        return {
          refund
          pointsWithdrawn
        }
      }
      ... on UserError {
        message
      }
    }
  }
`;
const WALLET = /* GraphQL */ `
  query Wallet($id: ID!) {
    member(by: { id: $id }) {
      balance {
        available
        pending
        held
      }
      statement(first: 20) {
        edges {
          node {
            kind
          }
        }
      }
    }
  }
`;

/** What the operations above answer when all goes well. */
interface Answers {
  enrolMember: { __typename: string; member: { id: string } };
  quotePurchase: {
    __typename: string;
    token: string;
    total: string;
    discount: string;
    payable: string;
    pointsEarned: string;
  };
  reservePurchase: { __typename: string };
  confirmPurchase: {
    __typename: string;
    purchase: { payable: string; pointsEarned: string; lines: { lineNo: number; amount: string }[] };
  };
  returnPurchase: { __typename: string; return: { refund: string; pointsWithdrawn: string } };
  member: {
    balance: { available: string; pending: string; held: string };
    statement: { edges: { node: { kind: string } }[] };
  };
}

/** One partner, one member, from enrolment to the statement, all through the gateway. */
test('a sale earns points, a partial return takes its share back, and the till may repeat itself', async () => {
  const { demo, urls } = runningStack();
  const { storeId = '', tillId = '', skus = [] } = demo.till ?? {};
  const ask = graphqlClient(urls.graphql, { token: demo.partnerKey ?? '' });
  const email = `aigul.${randomUUID().slice(0, 8)}@example.kz`;
  const purchaseId = randomUUID();

  const { enrolMember } = await ask<Answers>(ENROL, {
    input: { enrolmentId: randomUUID(), email, firstName: 'Айгүл', channel: 'POS', storeId },
  });
  expect(enrolMember).toMatchObject({ __typename: 'MemberEnrolled', replayed: false });
  const memberId = enrolMember.member.id;

  const basket = skus.slice(0, 2).map(({ sku, price }, index) => ({ lineNo: index + 1, sku, quantity: '2', price }));
  const { quotePurchase: quote } = await ask<Answers>(QUOTE, {
    input: { storeId, tillId, member: { id: memberId }, lines: basket },
  });
  expect(quote.__typename).toBe('PurchaseQuote');
  expect(minor(quote.payable)).toBe(minor(quote.total) - minor(quote.discount));

  const { reservePurchase } = await ask<Answers>(RESERVE, { input: { purchaseId, quote: quote.token } });
  expect(reservePurchase).toMatchObject({ __typename: 'PurchaseReserved', replayed: false });

  const sale = { purchaseId, quote: quote.token, receiptNumber: 'e2e-1' };
  const { confirmPurchase: first } = await ask<Answers>(CONFIRM, { input: sale });
  const { confirmPurchase: again } = await ask<Answers>(CONFIRM, { input: sale });
  expect(first).toMatchObject({ __typename: 'PurchaseConfirmed', replayed: false });
  expect(first.purchase).toMatchObject({ payable: quote.payable, pointsEarned: quote.pointsEarned });
  expect(again).toEqual({ ...first, replayed: true });
  const { confirmPurchase: other } = await ask<Answers>(CONFIRM, { input: { ...sale, receiptNumber: 'e2e-2' } });
  expect(other.__typename).toBe('PurchaseIdReused');

  const giveBack = { returnId: randomUUID(), purchaseId, lines: [{ lineNo: 1, quantity: '1' }] };
  const { returnPurchase } = await ask<Answers>(RETURN, { input: giveBack });
  expect(returnPurchase).toMatchObject({ __typename: 'PurchaseReturned', replayed: false });
  const line = first.purchase.lines.find(({ lineNo }) => lineNo === 1);
  expect(Math.abs(2 * minor(returnPurchase.return.refund) - minor(line?.amount ?? '0'))).toBeLessThanOrEqual(1);

  const { member } = await ask<Answers>(WALLET, { id: memberId });
  const kept = minor(first.purchase.pointsEarned) - minor(returnPurchase.return.pointsWithdrawn);
  expect(minor(member.balance.available) + minor(member.balance.pending)).toBe(kept);
  expect(minor(member.balance.held)).toBe(0);
  const kinds = member.statement.edges.map(({ node }) => node.kind);
  expect(kinds).toEqual(expect.arrayContaining(['EARN', 'RETURN']));

  await eventually(async () => (await mailTo(urls.mail, email)).length >= 2);
});

/** Exact decimal strings are compared as whole numbers of the smallest unit. */
function minor(amount: string): number {
  return Math.round(Number(amount) * 100);
}

async function mailTo(mailUrl: string, email: string): Promise<{ subject: string }[]> {
  const response = await fetch(`${mailUrl}/api/messages?to=${encodeURIComponent(email)}`);
  return (await response.json()) as { subject: string }[];
}
