import type { QuotePayload } from '@adal/events';
import type { LineFacts } from './builders';
import type { Answer, Asking, TestLedger } from './harness';

export interface BookedPurchase {
  readonly id: string;
  readonly payable: string;
  readonly pointsSpent: string;
  readonly pointsEarned: string;
  readonly member: { id: string; balance: { available: string; pending: string; held: string } } | null;
}

export interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
}

export interface ConfirmAnswer extends Outcome {
  readonly available?: string;
  readonly limit?: string;
  readonly left?: string;
  readonly lineNo?: number | null;
  readonly replayed?: boolean;
  readonly purchase?: BookedPurchase;
}

export interface ReturnAnswer extends Outcome {
  readonly replayed?: boolean;
  readonly lineNo?: number | null;
  readonly return?: { id: string; refund: string; pointsGivenBack: string; pointsWithdrawn: string };
}

export interface ReserveAnswer extends Outcome {
  readonly replayed?: boolean;
  readonly expiresAt?: string;
}

const CONFIRM = `mutation ($input: ConfirmPurchaseInput!) { result: confirmPurchase(input: $input) {
  __typename
  ... on UserError { code message }
  ... on PointsInsufficient { available }
  ... on LimitExhausted { limit left kind unit label promotionId }
  ... on ReceiptInvalid { lineNo }
  ... on PurchaseConfirmed { replayed purchase {
    id payable pointsSpent pointsEarned member { id balance { available pending held } }
  } }
} }`;

const RETURN = `mutation ($input: ReturnPurchaseInput!) { result: returnPurchase(input: $input) {
  __typename
  ... on UserError { code message }
  ... on ReturnExceedsPurchase { lineNo }
  ... on PurchaseReturned { replayed return { id refund pointsGivenBack pointsWithdrawn } }
} }`;

const RESERVE = `mutation ($input: ReservePurchaseInput!) { result: reservePurchase(input: $input) {
  __typename
  ... on UserError { code message }
  ... on PurchaseReserved { replayed expiresAt }
} }`;

const CANCEL = `mutation ($input: CancelPurchaseInput!) { result: cancelPurchase(input: $input) {
  __typename
  ... on UserError { code message }
  ... on PurchaseCancelled { released }
} }`;

/** What a till says to the ledger, and what it hears. */
export interface TestTill {
  confirm(input: object, asking?: Asking): Promise<ConfirmAnswer>;
  /** Quotes and confirms. */
  sell(
    purchaseId: string,
    lines: readonly LineFacts[],
    facts?: Partial<QuotePayload>,
    asking?: Asking,
  ): Promise<ConfirmAnswer>;
  giveBack(input: object, asking?: Asking): Promise<ReturnAnswer>;
  reserve(input: object, asking?: Asking): Promise<ReserveAnswer>;
  cancel(purchaseId: string, asking?: Asking): Promise<Outcome & { released?: boolean }>;
}

/** A till that talks to this ledger. */
export function tillOf(ledger: TestLedger): TestTill {
  const say = async <T>(document: string, input: object, asking?: Asking): Promise<T> => {
    const { data, errors }: Answer<{ result: T }> = await ledger.ask(document, { input }, asking);
    if (errors.length > 0) throw new Error(`GraphQL errors: ${errors.join(', ')}`);
    return data.result;
  };
  return {
    confirm: (input, asking) => say(CONFIRM, input, asking),
    sell: (purchaseId, lines, facts, asking) => say(CONFIRM, { purchaseId, quote: ledger.quote(lines, facts) }, asking),
    giveBack: (input, asking) => say(RETURN, input, asking),
    reserve: (input, asking) => say(RESERVE, input, asking),
    cancel: (purchaseId, asking) => say(CANCEL, { purchaseId }, asking),
  };
}
