import { filesOf, receiptLine, type Files } from '../../../test/files';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';
import { expireLots } from '../lots';

let ledger: TestLedger;
let files: Files;
beforeEach(async () => {
  ledger = await startLedger();
  files = filesOf(ledger);
});
afterEach(() => ledger.stop());

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
    receiptLine({ receipt_id: 'R1', member_id: 'M1', occurred_at: '2025-03-01T10:00:00', points_earned: '100' }),
    receiptLine({
      receipt_id: 'R2',
      member_id: 'M1',
      occurred_at: '2026-02-01T10:00:00',
      points_earned: '10',
      points_spent: '30',
    }),
    receiptLine({ receipt_id: 'R3', member_id: 'M1', occurred_at: '2026-05-01T10:00:00', points_spent: '5' }),
    receiptLine({ receipt_id: 'R4', member_id: 'M1', occurred_at: '2026-05-02T10:00:00', points_spent: '80' }),
  ];
  const { landed, rejected } = await files.send('importReceipts', rows, book);
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
  expect(await files.send('importReceipts', rows.slice(0, 3), book)).toMatchObject({ landed: 0, unchanged: 3 });
  await files.booksAreSound();
});

it('undoes the points of a linked return and books those of one that stands alone', async () => {
  const memberId = await ledger.haveMember({
    externalId: 'M1',
    cards: [{ number: '2900001', kind: 'PLASTIC', status: 'ACTIVE' }],
  });
  const back = { kind: 'return', quantity: '-1', amount: '-450' };
  await files.send(
    'importReceipts',
    [
      receiptLine({ receipt_id: 'R1', member_id: 'M1', points_earned: '100' }),
      receiptLine({
        receipt_id: 'R2',
        member_id: 'M1',
        occurred_at: '2026-03-02T10:00:00',
        points_spent: '40',
        points_earned: '20',
      }),
      receiptLine({
        receipt_id: 'R3',
        member_id: 'M1',
        occurred_at: '2026-03-03T10:00:00',
        original_receipt_id: 'R2',
        ...back,
      }),
      receiptLine({
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
  await files.booksAreSound();
});

it('keeps the jobs from turning lots over before history has spent them', async () => {
  const memberId = await ledger.haveMember({ externalId: 'M1' });
  await files.send(
    'importReceipts',
    [receiptLine({ member_id: 'M1', occurred_at: '2025-03-01T10:00:00', points_earned: '100' })],
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

it('leaves a return out with its sale, when the sale spends more than there was', async () => {
  await ledger.haveMember({ externalId: 'M1' });
  const back = { kind: 'return', quantity: '-2', amount: '-900', original_receipt_id: 'R1' };
  const rows = [
    receiptLine({ receipt_id: 'R1', member_id: 'M1', points_spent: '5' }),
    receiptLine({ receipt_id: 'R2', member_id: 'M1', occurred_at: '2026-03-02T10:00:00', ...back }),
    receiptLine({ receipt_id: 'R3', member_id: 'M1', points_earned: '5' }),
  ];
  const { landed, rejected } = await files.send('importReceipts', rows, book);
  expect(landed).toBe(1);
  expect(rejected.map(({ line, code }) => [line, code])).toEqual([
    [2, 'POINTS_INSUFFICIENT'],
    [3, 'POINTS_INSUFFICIENT'],
  ]);
  await files.booksAreSound();
});

it('moves no points of a booked sale by a file that only records, and tells of none', async () => {
  const memberId = await ledger.haveMember({ externalId: 'M1' });
  const back = { kind: 'return', quantity: '-1', amount: '-450', original_receipt_id: 'R1' };
  await files.send(
    'importReceipts',
    [receiptLine({ receipt_id: 'R1', member_id: 'M1', occurred_at: '2026-11-01T10:00:00', points_earned: '10' })],
    book,
  );
  const { landed } = await files.send(
    'importReceipts',
    [receiptLine({ receipt_id: 'R2', member_id: 'M1', occurred_at: '2026-11-02T10:00:00', ...back })],
    { points: 'RECORD' },
  );
  expect(landed).toBe(1);
  expect(await wallet(memberId)).toMatchObject({ available: '10.00', kinds: ['EARN'] });
  const told = await ledger.recorded<{ receipts: object[] }>('ledger.receipts.imported.v1');
  expect(told.at(-1)?.receipts).toEqual([
    expect.objectContaining({ originalPurchaseId: 'import:R1', payableMinor: -45_000, pointsEarnedMinor: 0 }),
  ]);
  await tillOf(ledger).giveBack({ returnId: 'rest', purchaseId: 'import:R1' });
  expect(await wallet(memberId)).toMatchObject({ available: '0.00', kinds: ['EARN', 'RETURN'] });
  await files.booksAreSound();
});
