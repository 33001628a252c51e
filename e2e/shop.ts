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
  lines: { sku: string; payable: string; pointsEarned: string; discounts: { promotionId: string; amount: string }[] }[];
  applied: { promotionId: string; discount: string; pointsEarned: string }[];
}

interface Buyer {
  birthDate?: string;
  gender?: string;
  city?: string;
}

export type Basket = [good: Good, quantity: number][];

const QUOTE = `query ($input: QuotePurchaseInput!) { outcome: quotePurchase(input: $input) { __typename
  ... on PurchaseQuote { token payable lines { sku payable pointsEarned discounts { promotionId amount } }
    applied { promotionId discount pointsEarned } } ... on UserError { message } } }`;
const CONFIRM = `mutation ($input: ConfirmPurchaseInput!) { outcome: confirmPurchase(input: $input) {
  __typename ... on PurchaseConfirmed { purchase { payable } } ... on UserError { message } } }`;
const ENROL = `mutation ($input: EnrolMemberInput!) { outcome: enrolMember(input: $input) {
  __typename ... on MemberEnrolled { member { id } } ... on UserError { message } } }`;
const PRODUCTS = `query ($category: String, $brand: String) { products(category: $category, brand: $brand, first: 20) {
  edges { node { sku price notDiscountable } } } }`;

const PRODUCT = 'query ($sku: String!) { product(sku: $sku) { revision status } }';
const SAVE_PRODUCT = `mutation ($input: SaveProductInput!) { outcome: saveProduct(input: $input) { __typename
  ... on UserError { message } } }`;
const END = 'mutation ($input: SetPromotionStatusInput!) { outcome: setPromotionStatus(input: $input) { __typename } }';

/** A shop of the demo chain: its shelf, its new members, its till. */
export function openShop({ demo, urls }: RunningStack, staffToken: string) {
  const till = graphqlClient(urls.graphql, { token: demo.partnerKey ?? '' });
  const office = graphqlClient(urls.graphql, { token: staffToken });
  const storeId = demo.till?.storeId ?? '';
  const price = async (memberId: string | undefined, basket: Basket, occurredAt?: string): Promise<Priced> => {
    const lines = basket.map(([good, quantity], index) => ({ lineNo: index + 1, quantity: `${quantity}`, ...good }));
    const member = memberId === undefined ? {} : { member: { id: memberId } };
    const input = { storeId, lines, ...member, ...(occurredAt !== undefined && { occurredAt }) };
    return (await till<{ outcome: Priced }>(QUOTE, { input })).outcome;
  };
  const buy = async (quoted: Priced): Promise<string> => {
    const input = { purchaseId: randomUUID(), quote: quoted.token };
    return (await till<{ outcome: { __typename: string } }>(CONFIRM, { input })).outcome.__typename;
  };
  return {
    storeName: async (): Promise<string> => {
      const { stores } = await office<{ stores: { id: string; name: string }[] }>('{ stores { id name } }');
      return stores.find(({ id }) => id === storeId)?.name ?? '';
    },
    price,
    buy,
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
    /** Prices until the till knows the promotion and its facts; a fresh member each time, since some are held out. */
    priceWith: async (promotionId: string, member: () => Promise<string>, basket: Basket, at?: string) => {
      let priced: Priced | undefined;
      await expect
        .poll(
          async () => {
            priced = await price(await member(), basket, at);
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
