import { newId } from '@adal/service';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';
import { activateLots, expireLots } from '../lots';
import { verifyLedger } from '../proof/verify-ledger';

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await startLedger();
});
afterEach(() => ledger.stop());

interface Landed {
  readonly __typename: string;
  readonly code?: string;
  readonly read: number;
  readonly landed: number;
  readonly unchanged: number;
  readonly amount: string;
  readonly quantity: string;
  readonly rejected: readonly { line: number; column: string | null; code: string }[];
}

/** Sends rows given as objects; the first row's keys are the columns. */
async function send(
  mutation: string,
  rows: readonly Record<string, string | null>[],
  more: object = {},
  from = 2,
): Promise<Landed> {
  const columns = Object.keys(rows[0] ?? {});
  const { data, errors } = await ledger.ask<{ result: Landed }>(
    `mutation ($input: ImportInput!) { result: ${mutation}(input: $input) { __typename ... on UserError { code }
      ... on ImportLanded { read landed unchanged amount quantity rejected { line column code } } } }`,
    {
      input: {
        importId: 'run-1',
        columns,
        rows: rows.map((row, index) => ({ line: from + index, values: columns.map((column) => row[column] ?? null) })),
        ...more,
      },
    },
  );
  expect(errors).toEqual([]);
  return data.result;
}

const line = (more: Record<string, string | null> = {}): Record<string, string | null> => ({
  receipt_id: 'R1',
  line_no: '1',
  kind: 'sale',
  occurred_at: '2026-03-01T10:15:00',
  store_id: 'S1',
  sku: 'A',
  quantity: '2',
  amount: '900.00',
  price: '500.00',
  member_id: null,
  till_id: 'T1',
  original_receipt_id: null,
  points_spent: null,
  points_earned: null,
  ...more,
});

const receiptOf = async (id: string): Promise<Record<string, unknown>> => {
  const { data } = await ledger.ask<{ purchase: Record<string, unknown> }>(
    `query ($id: ID!) { purchase(id: $id) { kind occurredAt businessDay total discount payable imported member { id }
      lines { lineNo sku quantity quantityReturned amount discount pointsEarned } returns { id refund pointsGivenBack pointsWithdrawn lines { lineNo quantity amount } } } }`,
    { id },
  );
  return data.purchase;
};

const booksAreSound = async (): Promise<void> => {
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
};

describe('importStores', () => {
  const store = {
    store_id: 'S7',
    name: 'Saryarka',
    city: 'Astana',
    brand: null,
    opened_on: '2014-05-01',
    latitude: '51.13',
  };

  it('lands good rows, returns bad ones, and changes nothing the second time', async () => {
    const rows = [
      store,
      { ...store, store_id: 'S8', city: null },
      { ...store, store_id: 'S9', opened_on: '2014-13-01' },
    ];
    const first = await send('importStores', rows);
    expect(first).toMatchObject({ read: 3, landed: 1, unchanged: 0 });
    expect(first.rejected).toEqual([
      { line: 3, column: 'city', code: 'CITY_MISSING' },
      { line: 4, column: 'opened_on', code: 'OPENED_ON_INVALID' },
    ]);
    expect(await send('importStores', rows)).toMatchObject({ landed: 0, unchanged: 1 });
    const [saved] = (await ledger.recorded<{ stores: object[] }>('ledger.store.saved.v1')).slice(-1);
    expect(saved?.stores).toEqual([
      expect.objectContaining({
        storeId: 'S7',
        city: 'Astana',
        revision: 1,
        legalEntity: 'MAIN',
        timeZone: 'Asia/Almaty',
      }),
    ]);
  });

  it('lands nothing in a dry run', async () => {
    expect(await send('importStores', [store], { dryRun: true })).toMatchObject({ landed: 1 });
    expect(await send('importStores', [store])).toMatchObject({ landed: 1 });
  });

  it('refuses a chunk without its columns', async () => {
    expect(await send('importStores', [{ store_id: 'S7' }])).toMatchObject({
      __typename: 'ImportInvalid',
      code: 'COLUMN_MISSING',
    });
  });
});

describe('importReceipts', () => {
  it('keeps a receipt with its discount, in the local time of its store, and finds it again', async () => {
    const rows = [line(), line({ line_no: '2', sku: 'B', quantity: '0.5', amount: '250' })];
    expect(await send('importReceipts', rows)).toMatchObject({
      read: 2,
      landed: 2,
      unchanged: 0,
      amount: '1150.00',
      quantity: '2.5',
      rejected: [],
    });
    expect(await send('importReceipts', rows)).toMatchObject({ landed: 0, unchanged: 2, amount: '1150.00' });
    expect(await receiptOf('import:R1')).toMatchObject({
      kind: 'SALE',
      occurredAt: '2026-03-01T05:15:00.000Z',
      businessDay: '2026-03-01',
      total: '1250.00',
      discount: '100.00',
      payable: '1150.00',
      imported: true,
      member: null,
    });
    const [event, ...more] = await ledger.recorded<{ receipts: object[] }>('ledger.receipts.imported.v1');
    expect(more).toEqual([]);
    expect(event?.receipts).toEqual([
      expect.objectContaining({
        purchaseId: 'import:R1',
        payableMinor: 115_000,
        pointsBooked: false,
        businessHour: 10,
      }),
    ]);
    await booksAreSound();
  });

  it('rejects a receipt whole, and names the line at fault', async () => {
    const cases = [
      ['STORE_UNKNOWN', 'store_id', { store_id: 'S99' }],
      ['NEGATIVE_IN_SALE', 'quantity', { quantity: '-1' }],
      ['QUANTITY_INVALID', 'quantity', { quantity: 'two' }],
      ['AMOUNT_MISSING', 'amount', { amount: null }],
      ['OCCURRED_AT_INVALID', 'occurred_at', { occurred_at: '01.03.2026' }],
      ['KIND_INVALID', 'kind', { kind: 'gift' }],
      ['MEMBER_UNKNOWN', 'member_id', { member_id: 'nobody' }],
      ['SKU_MISSING', 'sku', { sku: null }],
      ['RECEIPT_ID_MISSING', 'receipt_id', { receipt_id: null }],
      ['AMOUNT_INVALID', 'amount', { amount: '1e9' }],
    ] as const;
    for (const [code, column, fault] of cases) {
      const { landed, rejected } = await send('importReceipts', [line(fault)]);
      expect({ landed, rejected }).toEqual({ landed: 0, rejected: [{ line: 2, column, code }] });
    }
    const { rejected } = await send('importReceipts', [line(), line({ line_no: '2', sku: null })]);
    expect(rejected.map(({ line: at, code }) => [at, code])).toEqual([
      [2, 'RECEIPT_INCOMPLETE'],
      [3, 'SKU_MISSING'],
    ]);
  });

  it('rejects a receipt that landed with other content', async () => {
    await send('importReceipts', [line()]);
    const { rejected } = await send('importReceipts', [line({ amount: '901' })]);
    expect(rejected).toEqual([{ line: 2, column: null, code: 'RECEIPT_CHANGED' }]);
  });

  it('lands nothing of a store that the actor may not see', async () => {
    const { data } = await ledger.ask<{ importReceipts: { rejected: { code: string }[] } }>(
      'mutation ($input: ImportInput!) { importReceipts(input: $input) { ... on ImportLanded { rejected { code } } } }',
      {
        input: { importId: 'run-1', columns: Object.keys(line()), rows: [{ line: 2, values: Object.values(line()) }] },
      },
      { storeIds: ['S2'] },
    );
    expect(data.importReceipts.rejected).toEqual([{ code: 'STORE_UNKNOWN' }]);
  });

  it('links a return to the sale it names, and lets it stand alone otherwise', async () => {
    const back = {
      kind: 'return',
      receipt_id: 'R2',
      original_receipt_id: 'R1',
      quantity: '-1',
      amount: '-450.00',
      occurred_at: '2026-03-02T10:00:00',
    };
    const result = await send('importReceipts', [
      line(),
      line(back),
      line({ ...back, receipt_id: 'R3', quantity: '-5' }),
      line({ ...back, receipt_id: 'R4', original_receipt_id: null }),
    ]);
    expect(result).toMatchObject({ landed: 4, amount: '-450.00', quantity: '-5', rejected: [] });
    expect(await receiptOf('import:R1')).toMatchObject({
      lines: [{ lineNo: 1, quantity: '2', quantityReturned: '1' }],
      returns: [{ id: 'import:R2', refund: '450.00', lines: [{ lineNo: 1, quantity: '1', amount: '450.00' }] }],
    });
    expect(await receiptOf('import:R3')).toMatchObject({ kind: 'RETURN', payable: '-450.00' });
    expect(await receiptOf('import:R4')).toMatchObject({ kind: 'RETURN', payable: '-450.00' });
    const [event] = await ledger.recorded<{ receipts: { purchaseId: string; kind: string; payableMinor: number }[] }>(
      'ledger.receipts.imported.v1',
    );
    expect(event?.receipts.map(({ purchaseId, kind, payableMinor }) => [purchaseId, kind, payableMinor])).toEqual([
      ['import:R1', 'SALE', 90_000],
      ['import:R3', 'RETURN', -45_000],
      ['import:R4', 'RETURN', -45_000],
      ['import:R2', 'RETURN', -45_000],
    ]);
    expect(await send('importReceipts', [line(back)])).toMatchObject({ unchanged: 1 });
    await booksAreSound();
  });

  it('splits its events below 512 KB', async () => {
    const rows = Array.from({ length: 1_000 }, (_, n) => line({ receipt_id: `R${n}`, sku: 'S'.repeat(100) }));
    expect(await send('importReceipts', rows)).toMatchObject({ landed: 1_000 });
    const sizes: { bytes: number }[] = await ledger.db.query(
      "select octet_length(envelope) as bytes from outbox where subject = 'ledger.receipts.imported.v1'",
    );
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeLessThan(512 * 1_024);
  });
});

describe('importReceipts with points: BOOK', () => {
  const book = { points: 'BOOK' };
  const wallet = async (id: string): Promise<unknown> => {
    const { data } = await ledger.ask<{
      _entities: [{ balance: object; statement: { edges: { node: { kind: string } }[] } }];
    }>(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Member { balance { available pending held } statement { edges { node { kind } } } } } }',
      { of: [{ __typename: 'Member', id }] },
    );
    const [member] = data._entities;
    return { ...member.balance, kinds: member.statement.edges.map(({ node }) => node.kind).reverse() };
  };

  it('books earning and spending in their own time, expiry included', async () => {
    const memberId = await ledger.haveMember({ externalId: 'M1' });
    const rows = [
      line({ receipt_id: 'R1', member_id: 'M1', occurred_at: '2025-03-01T10:00:00', points_earned: '100' }),
      line({
        receipt_id: 'R2',
        member_id: 'M1',
        occurred_at: '2026-02-01T10:00:00',
        points_earned: '10',
        points_spent: '30',
      }),
      line({ receipt_id: 'R3', member_id: 'M1', occurred_at: '2026-05-01T10:00:00', points_spent: '5' }),
      line({ receipt_id: 'R4', member_id: 'M1', occurred_at: '2026-05-02T10:00:00', points_spent: '80' }),
    ];
    const { landed, rejected } = await send('importReceipts', rows, book);
    expect(landed).toBe(3);
    expect(rejected).toEqual([{ line: 5, column: 'points_spent', code: 'POINTS_INSUFFICIENT' }]);
    expect(await wallet(memberId)).toEqual({
      available: '5.00',
      pending: '0.00',
      held: '0.00',
      kinds: ['EARN', 'PURCHASE', 'EXPIRE', 'SPEND'],
    });
    expect(await ledger.recorded<{ movements: { amountMinor: number }[] }>('ledger.points.expired.v1')).toEqual([
      { movements: [expect.objectContaining({ memberId, amountMinor: 7_000, businessDay: '2026-03-02' })] },
    ]);
    expect(await send('importReceipts', rows.slice(0, 3), book)).toMatchObject({ landed: 0, unchanged: 3 });
    await booksAreSound();
  });

  it('undoes the points of a linked return and books those of one that stands alone', async () => {
    const memberId = await ledger.haveMember({
      externalId: 'M1',
      cards: [{ number: '2900001', kind: 'PLASTIC', status: 'ACTIVE' }],
    });
    const back = { kind: 'return', quantity: '-1', amount: '-450' };
    await send(
      'importReceipts',
      [
        line({ receipt_id: 'R1', member_id: 'M1', points_earned: '100' }),
        line({
          receipt_id: 'R2',
          member_id: 'M1',
          occurred_at: '2026-03-02T10:00:00',
          points_spent: '40',
          points_earned: '20',
        }),
        line({
          receipt_id: 'R3',
          member_id: 'M1',
          occurred_at: '2026-03-03T10:00:00',
          original_receipt_id: 'R2',
          ...back,
        }),
        line({
          receipt_id: 'R4',
          member_id: 'M1',
          occurred_at: '2026-03-04T10:00:00',
          points_spent: '7',
          points_earned: '3',
          ...back,
        }),
      ],
      book,
    );
    // 100, then −40 +20, then half of it undone: +20 −10, then +7 −3.
    expect(await wallet(memberId)).toMatchObject({
      available: '94.00',
      kinds: ['EARN', 'PURCHASE', 'RETURN', 'RETURN'],
    });
    await booksAreSound();
  });

  it('keeps the jobs from turning lots over before history has spent them', async () => {
    const memberId = await ledger.haveMember({ externalId: 'M1' });
    await send(
      'importReceipts',
      [line({ member_id: 'M1', occurred_at: '2025-03-01T10:00:00', points_earned: '100' })],
      book,
    );
    const rest = { now: new Date(NOW.getTime() + 61_000) };
    await expireLots.run(ledger.context());
    expect(await ledger.db.query('select available_minor from account where member_id = $1', [memberId])).toEqual([
      { available_minor: '10000' },
    ]);
    await expireLots.run(ledger.context(rest));
    expect(await ledger.db.query('select available_minor from account where member_id = $1', [memberId])).toEqual([
      { available_minor: '0' },
    ]);
  });
});

describe('importBalances', () => {
  it('books a lot per row from the migration account, once', async () => {
    const memberId = await ledger.haveMember({ externalId: 'M1' });
    const row = {
      member_id: 'M1',
      points: '250.50',
      activates_at: '2026-01-01',
      expires_at: '2027-01-01T00:00:00+05:00',
    };
    const rows = [
      row,
      { ...row, points: '0' },
      { ...row, member_id: 'M2' },
      { ...row, activates_at: '2026-12-01' },
      { ...row, expires_at: '2026-02-01' },
    ];
    const first = await send('importBalances', rows);
    expect(first).toMatchObject({ read: 5, landed: 3, unchanged: 0 });
    expect(first.rejected).toEqual([
      { line: 3, column: 'points', code: 'POINTS_INVALID' },
      { line: 4, column: 'member_id', code: 'MEMBER_UNKNOWN' },
    ]);
    expect(await send('importBalances', rows)).toMatchObject({ landed: 0, unchanged: 3 });
    expect(
      await ledger.db.query('select available_minor, pending_minor from account where member_id = $1', [memberId]),
    ).toEqual([{ available_minor: '50100', pending_minor: '25050' }]);
    const later = { now: new Date('2026-12-02T00:00:00Z') };
    for (const job of [activateLots, expireLots]) await job.run(ledger.context(later));
    expect(
      await ledger.db.query('select available_minor, pending_minor from account where member_id = $1', [memberId]),
    ).toEqual([{ available_minor: '50100', pending_minor: '0' }]);
    const { data } = await ledger.ask<{ trialBalance: { accounts: object[]; total: string } }>(
      '{ trialBalance { total accounts { account legalEntity balance } } }',
    );
    expect(data.trialBalance).toEqual({
      total: '0.00',
      accounts: [
        { account: 'member/available', legalEntity: null, balance: '501.00' },
        { account: 'member/pending', legalEntity: null, balance: '0.00' },
        { account: 'expired', legalEntity: 'MAIN', balance: '250.50' },
        { account: 'migrated', legalEntity: 'MAIN', balance: '-751.50' },
      ],
    });
    await booksAreSound();
  });

  it('books a line of another run again, and refuses other content under the same line', async () => {
    await ledger.haveMember({ externalId: 'M1' });
    const row = { member_id: 'M1', points: '10' };
    await send('importBalances', [row]);
    expect((await send('importBalances', [{ ...row, points: '11' }])).rejected).toEqual([
      { line: 2, column: null, code: 'ROW_CHANGED' },
    ]);
    expect(await send('importBalances', [row], { importId: 'run-2' })).toMatchObject({ landed: 1 });
  });

  it('gives points that a till can spend', async () => {
    const memberId = await ledger.haveMember({ externalId: 'M1' });
    await send('importBalances', [{ member_id: 'M1', points: '10' }]);
    expect(await tillOf(ledger).sell(newId(), [{ spentMinor: 1_000 }], { memberId })).toMatchObject({
      __typename: 'PurchaseConfirmed',
    });
    await booksAreSound();
  });
});
