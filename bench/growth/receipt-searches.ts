import type { PurchaseFilter } from '@adal/ledger/dist/generated/graphql.js';
import { STORES, TILLS_PER_STORE } from './grow-books.ts';

const upTo = (max: number): number => Math.floor(Math.random() * max);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** An instant of the year before now. */
const instant = (): number => Date.now() - DAY_MS - upTo(360) * DAY_MS - upTo(DAY_MS);
const within = (ms: number): PurchaseFilter => {
  const from = instant();
  return { from: new Date(from), to: new Date(from + ms) };
};
const store = (): string => `S${1 + upTo(STORES)}`;
const amount = (toleranceMinor: number): PurchaseFilter => {
  const payable = BigInt(20_000 + upTo(1_500_000));
  return { payableMin: payable, payableMax: payable + BigInt(toleranceMinor) };
};

/** What is looked for in receipts, each by filters drawn anew; `receipts` is how many there are, `members` likewise. */
export function receiptSearches(receipts: number, members: number): Record<string, () => PurchaseFilter> {
  return {
    number: () => ({ number: String(1 + upTo(receipts)).padStart(10, '0') }),
    'a number that is not there': () => ({ number: `x${upTo(receipts)}` }),
    card: () => ({ cardNumber: String(7_000_000_000 + upTo(members)) }),
    phone: () => ({ phone: `+7701${String(upTo(members)).padStart(7, '0')}` }),
    'card and amount': () => ({ cardNumber: String(7_000_000_000 + upTo(members)), ...amount(100_000) }),
    'nothing given': () => ({}),
    store: () => ({ storeIds: [store()] }),
    'five stores': () => ({ storeIds: Array.from({ length: 5 }, store) }),
    till: () => ({ tillId: `${store()}-${upTo(TILLS_PER_STORE)}` }),
    'a till that is not there': () => ({ tillId: 'none' }),
    'store and an hour': () => ({ storeIds: [store()], ...within(HOUR_MS) }),
    'store and a day, anonymous': () => ({ storeIds: [store()], ...within(DAY_MS), identified: false }),
    day: () => within(DAY_MS),
    'day and amount ± 1 %': () => ({ ...within(DAY_MS), ...amount(5_000) }),
    'amount to the tenge': () => amount(99),
    'amount ± 1 %': () => amount(5_000),
    'store and amount ± 1 %': () => ({ storeIds: [store()], ...amount(5_000) }),
    'amount above all there are': () => ({ payableMin: 100_000_000_000n }),
    'returns without a sale': () => ({ kind: 'RETURN' }),
  };
}
