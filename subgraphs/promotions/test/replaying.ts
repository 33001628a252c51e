import type { BookedReceipt } from '@adal/events';
import { newId } from '@adal/service';
import { onPurchaseConfirmed } from '../src/features/receipts';
import { runSimulations } from '../src/features/simulations';
import type { Asking, Promotions } from './harness';

/** The first of the days that receipts of tests lie in, and the last. */
export const PERIOD = { from: '2026-10-01', until: '2026-11-20' };
const FIRST = Date.parse('2026-10-01T04:00:00Z');
const GOODS: Record<string, Pick<BookedReceipt['lines'][number], 'brand' | 'categoryPath'>> = {
  a: { brand: 'X', categoryPath: 'Food > Dairy' },
  b: { brand: 'X', categoryPath: 'Shoes > Boots' },
  c: { brand: 'Y', categoryPath: 'Food' },
  d: { brand: null, categoryPath: 'Food > Dairy > Milk' },
  e: { brand: null, categoryPath: null },
};
const SKUS = Object.keys(GOODS);

/** Numbers that look random and are the same every time. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A sale of some goods at a moment of its own. */
export function aSale(index: number, memberIds: readonly string[], next: (below: number) => number): BookedReceipt {
  const at = FIRST + ((index * 20_011_000 + next(1_000_000)) % (49 * 86_400_000));
  const occurredAt = new Date(at).toISOString();
  const lines = Array.from({ length: 1 + next(4) }, (_, line) => aLineOf(line + 1, next));
  const paid = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return {
    purchaseId: newId(),
    kind: 'SALE',
    receiptNumber: null,
    storeId: next(3) === 0 ? 'AST-1' : 'ALM-1',
    tillId: null,
    cashierId: null,
    memberId: next(4) === 0 ? null : (memberIds[next(memberIds.length)] ?? null),
    occurredAt,
    recordedAt: occurredAt,
    businessDay: new Date(at + 5 * 3_600_000).toISOString().slice(0, 10),
    businessHour: 12,
    legalEntity: 'Adal LLP',
    totalMinor: paid,
    discountMinor: 0,
    payableMinor: paid,
    pointsSpentMinor: 0,
    pointsEarnedMinor: 0,
    pointsBooked: true,
    lines,
    channel: next(3) === 0 ? 'ONLINE' : 'POS',
    payments:
      next(3) === 0
        ? [
            { tender: 'CASH', amountMinor: 500 },
            { tender: 'CARD', amountMinor: paid },
          ]
        : [{ tender: 'CARD', amountMinor: paid }],
  };
}

function aLineOf(lineNo: number, next: (below: number) => number): BookedReceipt['lines'][number] {
  const sku = SKUS[next(SKUS.length)] ?? 'a';
  const quantityMilli = next(3) === 0 ? 350 + next(2_000) : 1_000 * (1 + next(3));
  const priceMinor = next(2) === 0 ? 10_000 : 3_000 + next(90_000);
  return {
    lineNo,
    sku,
    name: sku,
    brand: null,
    categoryPath: null,
    ...GOODS[sku],
    quantityMilli,
    priceMinor,
    discountMinor: 0,
    amountMinor: Math.round((priceMinor * quantityMilli) / 1_000),
    costMinor: null,
    pointsSpentMinor: 0,
    pointsEarnedMinor: 0,
    promotionIds: [],
  };
}

/** Two stores, the goods, ten members and receipts of theirs and of nobody's. */
export async function haveHistory(promotions: Promotions, receipts: number, seed = 1): Promise<BookedReceipt[]> {
  await promotions.haveStore({ storeId: 'ALM-1', city: 'Almaty' });
  await promotions.haveStore({ storeId: 'AST-1', city: 'Astana', name: 'Astana 1' });
  const [next, memberIds] = [numbers(seed), [] as string[]];
  for (let index = 0; index < 10; index += 1) {
    const gender = (['FEMALE', 'MALE', 'UNKNOWN'] as const)[index % 3] ?? 'UNKNOWN';
    const birthDate = index % 2 === 0 ? `1990-1${index % 3}-2${index % 9}` : null;
    memberIds.push(
      (await promotions.haveMember({ gender, birthDate, city: index % 2 === 0 ? 'Almaty' : 'Astana' })).memberId,
    );
  }
  await promotions.db.query(
    `insert into product (sku, name, category_path, brand, price_minor, cost_minor, updated_at)
     select sku, sku, coalesce(category, ''), brand, null, cost, now() from json_to_recordset($1::json)
       as goods (sku text, category text, brand text, cost bigint)`,
    [
      JSON.stringify(
        SKUS.map((sku) => ({
          sku,
          category: GOODS[sku]?.categoryPath,
          brand: GOODS[sku]?.brand,
          cost: sku === 'e' ? null : 4_000,
        })),
      ),
    ],
  );
  const sales = Array.from({ length: receipts }, (_, index) => aSale(index, memberIds, next));
  await promotions.deliver(onPurchaseConfirmed, ...sales.map((receipt) => ({ receipt })));
  return sales;
}

export const START = `mutation ($input: StartSimulationInput!) { startSimulation(input: $input) { __typename
  ... on SimulationStarted { replayed simulation { id status } } ... on UserError { code message }
  ... on PromotionInvalid { problems { field message } } } }`;

export interface Started {
  __typename: string;
  replayed?: boolean;
  simulation?: { id: string; status: string };
  problems?: { field: string; message: string }[];
}

/** What a simulation of one draft over the period, unless said otherwise, is started by. */
export const anOrder = (definition: unknown, order: object = {}) => ({
  id: newId(),
  drafts: [{ promotionId: newId(), name: 'Draft', definition }],
  ...PERIOD,
  ...order,
});

export async function start(promotions: Promotions, order: object, asking?: Asking): Promise<Started> {
  const { data, errors } = await promotions.ask<{ startSimulation: Started }>(START, { input: order }, asking);
  expect(errors).toEqual([]);
  return data.startSimulation;
}

/** Works on what waits until nothing does. */
export const runAll = (promotions: Promotions, stopping = new AbortController().signal): Promise<void> =>
  runSimulations.run(promotions.context(), stopping);
