import { aLine } from './builders';
import type { Asking, Promotions } from './harness';

const PRICED = `total discount pointsSpendable payable pointsEarned receiptText
  lines { lineNo sku name quantity price discounts { promotionId amount reason } pointsSpendable pointsSpent payable pointsEarned }
  applied { promotionId name discount pointsEarned } notApplied { promotionId name reason }`;

export const QUOTE_DOCUMENT = `query ($input: QuotePurchaseInput!) { quote: quotePurchase(input: $input) { __typename
  ... on PurchaseQuote { token expiresAt pointsSpent ${PRICED} }
  ... on UserError { code message } ... on BasketInvalid { lineNo } ... on PointsNotSpendable { spendable } } }`;

export interface Quoted {
  __typename: string;
  token: string;
  notApplied: { name: string; reason: string }[];
  applied: { name: string }[];
  receiptText: string[];
}

/** Two of milk in Almaty, for somebody unknown. */
export const aBasket = (input: object = {}) => ({ storeId: 'ALM-1', lines: [aLine()], ...input });

/** Asks for a quote and expects an answer of the union. */
export async function askQuote(promotions: Promotions, input: object = {}, asking?: Asking): Promise<Quoted> {
  const variables = { input: aBasket(input) };
  const { data, errors } = await promotions.ask<{ quote: Quoted }>(QUOTE_DOCUMENT, variables, asking);
  expect(errors).toEqual([]);
  return data.quote;
}
