import type { Basket, Holiday, MemberFacts, StoreFacts } from '@adal/engine';
import { basketLineOf, basketOf } from '../facts';
import type { KeptReceipt } from '../receipts';
import type { LabelledGoods } from './known-goods';
import type { ReceiptRowText } from './receipt-rows.queries';

/** Where and when a basket of the past was sold, and to whom. */
export interface PastSetting {
  readonly store: StoreFacts & { readonly timeZone: string };
  readonly holidays: readonly Holiday[];
  readonly member: MemberFacts | null;
  readonly goods: ReadonlyMap<number, LabelledGoods>;
}

/** A receipt as the basket it was, as it was sold. No points pay for it and no coupons are shown: receipts do not tell. */
export function pastBasketOf(row: ReceiptRowText, { store, holidays, member, goods }: PastSetting): Basket {
  const { timeZone, ...facts } = store;
  const [lineNos, labels] = [row.lineNos.split(','), row.labels.split(',')];
  const [prices, quantities] = [row.prices.split(','), row.quantities.split(',')];
  return basketOf({
    storeId: row.storeId,
    store: facts,
    timeZone,
    channel: row.channel ?? 'POS',
    tenders: tendersOf(row.tenders ?? []),
    at: row.at,
    holidays,
    member,
    coupons: [],
    pointsToSpendMinor: 0n,
    lines: lineNos.map((lineNo, index) => {
      const known = goods.get(Number(labels[index]));
      const sold = {
        lineNo: Number(lineNo),
        sku: known?.sku ?? '',
        quantityMilli: BigInt(quantities[index] ?? 0),
        priceMinor: BigInt(prices[index] ?? 0),
      };
      return basketLineOf(sold, known ?? null);
    }),
  });
}

/** The last tender pays the rest: what is to be paid changes with the promotions. */
const tendersOf = (tenders: NonNullable<ReceiptRowText['tenders']>): Basket['tenders'] =>
  tenders.map(([tender, amount], index) => ({
    tender,
    amountMinor: index === tenders.length - 1 ? null : BigInt(amount),
  }));

/** Cost of each line whose product has one. */
export function costsOf(row: ReceiptRowText, goods: ReadonlyMap<number, LabelledGoods>): Map<number, bigint> {
  const [lineNos, quantities] = [row.lineNos.split(','), row.quantities.split(',')];
  const costs = new Map<number, bigint>();
  row.labels.split(',').forEach((label, index) => {
    const costMinor = goods.get(Number(label))?.costMinor ?? null;
    if (costMinor !== null) costs.set(Number(lineNos[index]), lineCost(costMinor, quantities[index] ?? '0'));
  });
  return costs;
}

const lineCost = (costMinor: bigint, quantityMilli: string): bigint =>
  (costMinor * BigInt(quantityMilli) + 500n) / 1_000n;

/** As history is kept and read. */
export const keptReceiptOf = ({ at, returns, ...row }: ReceiptRowText): KeptReceipt => ({
  at,
  lineNos: numbersOf(row.lineNos),
  labels: numbersOf(row.labels),
  prices: numbersOf(row.prices),
  quantities: numbersOf(row.quantities),
  amounts: numbersOf(row.amounts),
  returns,
});

const numbersOf = (text: string): number[] => (text === '' ? [] : text.split(',').map(Number));
