import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { graphqlClient } from '@adal/testkit';
import type { RunningStack } from './stack';
import { freshEmail } from './till';

export interface Good {
  sku: string;
  price: string;
}

export interface Priced {
  __typename: string;
  message?: string;
  token: string;
  payable: string;
  pointsEarned: string;
  lines: { sku: string; payable: string; pointsEarned: string; discounts: { promotionId: string; amount: string }[] }[];
  applied: { promotionId: string; discount: string; pointsEarned: string }[];
}

/** What became of a basket at the till. */
interface Sold {
  __typename: string;
  purchaseId: string;
  purchase?: { payable: string; pointsEarned: string };
}

/** When it was, and which codes are shown. */
export interface Visit {
  occurredAt?: string;
  coupons?: string[];
}

interface Buyer {
  birthDate?: string;
  gender?: string;
  city?: string;
}

export type Basket = [good: Good, quantity: number][];

const QUOTE = `query ($input: QuotePurchaseInput!) { outcome: quotePurchase(input: $input) { __typename
  ... on PurchaseQuote { token payable pointsEarned lines { sku payable pointsEarned discounts { promotionId amount } }
    applied { promotionId discount pointsEarned } } ... on UserError { message } } }`;
const CONFIRM = `mutation ($input: ConfirmPurchaseInput!) { outcome: confirmPurchase(input: $input) {
  __typename ... on PurchaseConfirmed { purchase { payable pointsEarned } } ... on UserError { message } } }`;
const ENROL = `mutation ($input: EnrolMemberInput!) { outcome: enrolMember(input: $input) {
  __typename ... on MemberEnrolled { member { id } } ... on UserError { message } } }`;
const PRODUCTS = `query ($category: String, $brand: String) { products(category: $category, brand: $brand, first: 20) {
  edges { node { sku price notDiscountable } } } }`;

const PRODUCT = 'query ($sku: String!) { product(sku: $sku) { revision status } }';
const SAVE_PRODUCT = `mutation ($input: SaveProductInput!) { outcome: saveProduct(input: $input) { __typename
  ... on UserError { message } } }`;
const SAVE_LIST = 'mutation ($input: SaveMemberListInput!) { outcome: saveMemberList(input: $input) { __typename } }';
const IMPORT_LIST = `mutation ($listId: ID!, $input: ImportInput!) { outcome: importMemberList(listId: $listId, input: $input) {
  ... on ImportLanded { landed } } }`;
const IMPORT_RECEIPTS = `mutation ($input: ImportInput!) { outcome: importReceipts(input: $input) {
  ... on ImportLanded { landed rejected { reason } } } }`;
const SAVE_POOL = 'mutation ($input: SaveCouponPoolInput!) { outcome: saveCouponPool(input: $input) { __typename } }';
const ISSUE = `mutation ($input: IssueCouponsInput!) { outcome: issueCoupons(input: $input) {
  ... on CouponsIssued { coupons { code } } ... on UserError { message } } }`;
const END = 'mutation ($input: SetPromotionStatusInput!) { outcome: setPromotionStatus(input: $input) { __typename } }';

/** A shop of the demo chain: its shelf, its new members, its till. */
export function openShop({ demo, urls }: RunningStack, staffToken: string) {
  const till = graphqlClient(urls.graphql, { token: demo.partnerKey ?? '' });
  const office = graphqlClient(urls.graphql, { token: staffToken });
  const storeId = demo.till?.storeId ?? '';
  const price = async (memberId: string | undefined, basket: Basket, visit: Visit = {}): Promise<Priced> => {
    const lines = basket.map(([good, quantity], index) => ({ lineNo: index + 1, quantity: `${quantity}`, ...good }));
    const member = memberId === undefined ? {} : { member: { id: memberId } };
    const input = { storeId, lines, ...member, ...visit };
    return (await till<{ outcome: Priced }>(QUOTE, { input })).outcome;
  };
  const sell = async (quoted: Priced): Promise<Sold> => {
    const input = { purchaseId: randomUUID(), quote: quoted.token };
    return { ...input, ...(await till<{ outcome: Omit<Sold, 'purchaseId'> }>(CONFIRM, { input })).outcome };
  };
  return {
    storeName: async (): Promise<string> => {
      const { stores } = await office<{ stores: { id: string; name: string }[] }>('{ stores { id name } }');
      return stores.find(({ id }) => id === storeId)?.name ?? '';
    },
    price,
    sell,
    buy: async (quoted: Priced): Promise<string> => (await sell(quoted)).__typename,
    enrol: async (buyer: Buyer = {}): Promise<string> => {
      const input = { enrolmentId: randomUUID(), email: freshEmail(), firstName: 'Айгүл', channel: 'TILL', storeId };
      const { outcome } = await till<{ outcome: { member: { id: string } } }>(ENROL, { input: { ...input, ...buyer } });
      return outcome.member.id;
    },
    goods: async (filter: { category?: string; brand?: string }): Promise<Good[]> => {
      const { products } = await office<{ products: { edges: { node: Good & { notDiscountable: boolean } }[] } }>(
        PRODUCTS,
        filter,
      );
      return products.edges
        .filter(({ node }) => !node.notDiscountable)
        .map(({ node: { sku, price: shelf } }) => ({ sku, price: shelf }));
    },
    end: (id: string) => office(END, { input: { id, status: 'ENDED' } }),
    /** Gives a product a minimum price of six tenths of its shelf price; answers it. */
    setMinPrice: async ({ sku, price: shelf }: Good): Promise<string> => {
      const { product } = await office<{ product: { revision: number; status: string } }>(PRODUCT, { sku });
      const minPrice = (Number(shelf) * 0.6).toFixed(2);
      const input = { sku, ...product, minPrice, notDiscountable: false };
      await office(SAVE_PRODUCT, { input });
      return minPrice;
    },
    /** A list of members under a name. */
    list: async (name: string, memberIds: readonly string[]): Promise<void> => {
      const listId = randomUUID();
      await office(SAVE_LIST, { input: { id: listId, name } });
      const rows = memberIds.map((id, index) => ({ line: index + 2, values: [id] }));
      const { outcome } = await office<{ outcome: object }>(IMPORT_LIST, {
        listId,
        input: { importId: randomUUID(), columns: ['id'], rows },
      });
      expect(outcome).toEqual({ landed: memberIds.length });
    },
    /** A member who bought something so many days ago and nothing since. */
    boughtOnce: async (memberId: string, { sku, price: shelf }: Good, daysAgo: number): Promise<void> => {
      const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
      const columns = ['receipt_id', 'line_no', 'occurred_at', 'store_id', 'member_id', 'sku', 'quantity', 'amount'];
      const row = [`past-${memberId}`, '1', at, storeId, memberId, sku, '1', shelf];
      const input = { importId: randomUUID(), columns, rows: [{ line: 2, values: row }] };
      // The ledger may not have heard of the member yet.
      await expect
        .poll(async () => (await office<{ outcome: object }>(IMPORT_RECEIPTS, { input })).outcome)
        .toEqual({ landed: 1, rejected: [] });
    },
    /** A pool with one code for all. */
    publicCode: async (name: string, publicCode: string): Promise<void> => {
      const input = { id: randomUUID(), name, kind: 'PUBLIC', publicCode };
      expect(await office(SAVE_POOL, { input })).toEqual({ outcome: { __typename: 'CouponPoolSaved' } });
    },
    /** A member's coupon of a new pool; answers the pool and the code. */
    personalCoupon: async (name: string, memberId: string): Promise<{ poolId: string; code: string }> => {
      const poolId = randomUUID();
      const pool = { id: poolId, name, kind: 'PERSONAL', prefix: poolId.slice(0, 8), validDays: 7 };
      expect(await office(SAVE_POOL, { input: pool })).toEqual({ outcome: { __typename: 'CouponPoolSaved' } });
      const input = { issueId: randomUUID(), poolId, memberIds: [memberId] };
      const { outcome } = await office<{ outcome: { coupons: { code: string }[] } }>(ISSUE, { input });
      return { poolId, code: outcome.coupons[0]?.code ?? '' };
    },
    /** Prices until the till knows the promotion and its facts; a fresh member each time, since some are held out. */
    priceWith: async (promotionId: string, member: () => Promise<string>, basket: Basket, visit?: Visit) => {
      let priced: Priced | undefined;
      await expect
        .poll(
          async () => {
            priced = await price(await member(), basket, visit);
            return priced.applied?.some((one) => one.promotionId === promotionId) ?? priced.message;
          },
          { timeout: 30_000 },
        )
        .toBe(true);
      return priced as Priced;
    },
  };
}

export type Shop = ReturnType<typeof openShop>;
