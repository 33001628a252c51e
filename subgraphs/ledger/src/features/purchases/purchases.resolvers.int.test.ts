import { newId } from '@adal/service';
import { NOW, startLedger, type Asking, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';

let ledger: TestLedger;
let memberId: string;
const MINUTE_MS = 60_000;

beforeAll(async () => {
  ledger = await startLedger();
  const till = tillOf(ledger);
  memberId = await ledger.haveMember({
    phone: '+77017654321',
    cards: [{ number: '2900001', kind: 'PLASTIC', status: 'ACTIVE' }],
  });
  for (let n = 1; n <= 7; n += 1) {
    const at = new Date(NOW.getTime() - n * MINUTE_MS);
    const facts = {
      memberId: n % 2 ? memberId : null,
      storeId: n <= 4 ? 'S1' : 'S2',
      tillId: `T${n % 3}`,
      occurredAt: at.toISOString(),
    };
    const quote = ledger.quote([{ priceMinor: n * 10_000, earnedMinor: n % 2 ? 100 : 0 }], facts);
    await till.confirm({
      purchaseId: `p${n}`,
      quote,
      receiptNumber: `N${n}`,
      payments: [{ tender: 'CARD', amount: `${n}00.00` }],
    });
  }
});
afterAll(() => ledger.stop());

interface Page {
  readonly edges: readonly { cursor: string; node: { id: string } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly totalCount: number;
}

async function list(variables: object, asking?: Asking): Promise<Page> {
  const { data, errors } = await ledger.ask<{ purchases: Page }>(
    `query ($filter: PurchaseFilter, $first: Int, $after: String) { purchases(filter: $filter, first: $first, after: $after) {
      edges { cursor node { id } } pageInfo { hasNextPage endCursor } totalCount } }`,
    variables,
    asking,
  );
  expect(errors).toEqual([]);
  return data.purchases;
}

const idsOf = async (filter: object, asking?: Asking): Promise<string[]> =>
  (await list({ filter }, asking)).edges.map(({ node }) => node.id);

it('pages through receipts, newest first, without a gap or a double', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Page = await list({ first: 3, after });
    seen.push(...page.edges.map(({ node }) => node.id));
    expect(page.totalCount).toBe(7);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7']);
});

it.each([
  [{ number: 'N3' }, ['p3']],
  [{ number: 'p3' }, ['p3']],
  [{ cardNumber: '2900001' }, ['p1', 'p3', 'p5', 'p7']],
  [{ cardNumber: 'none' }, []],
  [{ phone: '8 (701) 765-43-21', payableMax: '500.00' }, ['p1', 'p3', 'p5']],
  [{ phone: '+7 701 765 43 22' }, []],
  [{ phone: 'not a phone' }, []],
  [{ tillId: 'T0' }, ['p3', 'p6']],
  [{ tillId: 'none' }, []],
  [{ memberId: 'not an id' }, []],
  [{ identified: false }, ['p2', 'p4', 'p6']],
  [{ storeIds: ['S2'] }, ['p5', 'p6', 'p7']],
  [{ storeIds: ['S2'], tillId: 'T0' }, ['p6']],
  [{ payableMin: '300.00', payableMax: '400.00' }, ['p3', 'p4']],
  [{ from: '2026-11-22T09:54:00Z', to: '2026-11-22T09:56:00Z' }, ['p5', 'p6']],
  [{ kind: 'RETURN' }, []],
])('finds receipts by %j', async (filter, ids) => expect(await idsOf(filter)).toEqual(ids));

it('finds receipts of a member, and shows no receipts of stores the actor may not see', async () => {
  expect(await idsOf({ memberId })).toEqual(['p1', 'p3', 'p5', 'p7']);
  expect(await idsOf({}, { storeIds: ['S2'] })).toEqual(['p5', 'p6', 'p7']);
  expect(await idsOf({ storeIds: ['S1'] }, { storeIds: ['S2'] })).toEqual([]);
  const { data } = await ledger.ask(
    '{ seen: purchase(id: "p5") { id } hidden: purchase(id: "p1") { id } }',
    {},
    { storeIds: ['S2'] },
  );
  expect(data).toEqual({ seen: { id: 'p5' }, hidden: null });
});

it('shows a receipt with its lines, payments, store and journal', async () => {
  const { data, errors } = await ledger.ask(
    `{ purchase(id: "p1") { receiptNumber kind businessDay tillId total payable imported recordedAt store { id city legalEntity } member { id }
       lines { lineNo name quantity price amount quantityReturned discounts { amount } } payments { tender amount } returns { id }
       entries { kind postings { account amount } lots { source destination amount lot { source purchaseId left } } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data).toEqual({
    purchase: {
      receiptNumber: 'N1',
      kind: 'SALE',
      businessDay: '2026-11-22',
      tillId: 'T1',
      total: '100.00',
      payable: '100.00',
      imported: false,
      recordedAt: NOW.toISOString(),
      store: { id: 'S1', city: 'Almaty', legalEntity: 'MAIN' },
      member: { id: memberId },
      lines: [
        {
          lineNo: 1,
          name: 'Goods SKU-1',
          quantity: '1',
          price: '100.00',
          amount: '100.00',
          quantityReturned: '0',
          discounts: [],
        },
      ],
      payments: [{ tender: 'CARD', amount: '100.00' }],
      returns: [],
      entries: [
        {
          kind: 'PURCHASE',
          postings: [
            { account: 'programme/issued/MAIN', amount: '-1.00' },
            { account: `member/${memberId}/available`, amount: '1.00' },
          ],
          lots: [
            {
              source: 'ISSUED',
              destination: 'AVAILABLE',
              amount: '1.00',
              lot: { source: 'PURCHASE', purchaseId: 'p1', left: '1.00' },
            },
          ],
        },
      ],
    },
  });
});

it('answers a page that cannot be with BAD_USER_INPUT', async () => {
  for (const variables of [
    'first: 0',
    'first: 501',
    'after: "x"',
    `after: "${Buffer.from('["x","y"]').toString('base64url')}"`,
  ]) {
    const { errors } = await ledger.ask(`{ purchases(${variables}) { totalCount } }`);
    expect(errors).toEqual(['BAD_USER_INPUT']);
  }
});

it('counts the receipts of a till of today', async () => {
  await tillOf(ledger).sell(newId(), [{}], { tillId: 'T1' });
  const { data } = await ledger.ask('{ tills(storeId: "S1") { id store { id } lastSeenAt receiptsToday } }');
  expect(data).toEqual({
    tills: [
      { id: 'T0', store: { id: 'S1' }, lastSeenAt: NOW.toISOString(), receiptsToday: 1 },
      { id: 'T1', store: { id: 'S1' }, lastSeenAt: NOW.toISOString(), receiptsToday: 3 },
      { id: 'T2', store: { id: 'S1' }, lastSeenAt: NOW.toISOString(), receiptsToday: 1 },
    ],
  });
});
