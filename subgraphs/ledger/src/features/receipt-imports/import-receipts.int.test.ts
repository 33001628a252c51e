import { filesOf, receiptLine, type Files } from '../../../test/files';
import { startLedger, type TestLedger } from '../../../test/harness';

let ledger: TestLedger;
let files: Files;
beforeEach(async () => {
  ledger = await startLedger();
  files = filesOf(ledger);
});
afterEach(() => ledger.stop());

it('keeps a receipt with its discount, in the local time of its store, and finds it again', async () => {
  const rows = [receiptLine(), receiptLine({ line_no: '2', sku: 'B', quantity: '0.5', amount: '250' })];
  expect(await files.send('importReceipts', rows)).toMatchObject({
    read: 2,
    landed: 2,
    unchanged: 0,
    amount: '1150.00',
    quantity: '2.5',
    rejected: [],
  });
  expect(await files.send('importReceipts', rows)).toMatchObject({ landed: 0, unchanged: 2, amount: '1150.00' });
  expect(await files.receipt('import:R1')).toMatchObject({
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
  await files.booksAreSound();
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
    const { landed, rejected } = await files.send('importReceipts', [receiptLine(fault)]);
    expect({ landed, rejected }).toEqual({ landed: 0, rejected: [{ line: 2, column, code }] });
  }
  const { rejected } = await files.send('importReceipts', [receiptLine(), receiptLine({ line_no: '2', sku: null })]);
  expect(rejected.map(({ line: at, code }) => [at, code])).toEqual([
    [2, 'RECEIPT_INCOMPLETE'],
    [3, 'SKU_MISSING'],
  ]);
});

it('rejects a receipt that landed with other content', async () => {
  await files.send('importReceipts', [receiptLine()]);
  const { rejected } = await files.send('importReceipts', [receiptLine({ amount: '901' })]);
  expect(rejected).toEqual([{ line: 2, column: null, code: 'RECEIPT_CHANGED' }]);
});

it('lands nothing of a store that the actor may not see', async () => {
  const { rejected } = await files.send('importReceipts', [receiptLine()], {}, { storeIds: ['S2'] });
  expect(rejected).toEqual([{ line: 2, column: 'store_id', code: 'STORE_UNKNOWN' }]);
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
  const result = await files.send('importReceipts', [
    receiptLine(),
    receiptLine(back),
    receiptLine({ ...back, receipt_id: 'R3', quantity: '-5' }),
    receiptLine({ ...back, receipt_id: 'R4', original_receipt_id: null }),
  ]);
  expect(result).toMatchObject({ landed: 4, amount: '-450.00', quantity: '-5', rejected: [] });
  expect(await files.receipt('import:R1')).toMatchObject({
    lines: [{ lineNo: 1, quantity: '2', quantityReturned: '1' }],
    returns: [{ id: 'import:R2', refund: '450.00', lines: [{ lineNo: 1, quantity: '1', amount: '450.00' }] }],
  });
  expect(await files.receipt('import:R3')).toMatchObject({ kind: 'RETURN', payable: '-450.00' });
  expect(await files.receipt('import:R4')).toMatchObject({ kind: 'RETURN', payable: '-450.00' });
  const [event] = await ledger.recorded<{ receipts: { purchaseId: string; kind: string; payableMinor: number }[] }>(
    'ledger.receipts.imported.v1',
  );
  expect(event?.receipts.map(({ purchaseId, kind, payableMinor }) => [purchaseId, kind, payableMinor])).toEqual([
    ['import:R1', 'SALE', 90_000],
    ['import:R3', 'RETURN', -45_000],
    ['import:R4', 'RETURN', -45_000],
    ['import:R2', 'RETURN', -45_000],
  ]);
  expect(await files.send('importReceipts', [receiptLine(back)])).toMatchObject({ unchanged: 1 });
  await files.booksAreSound();
});

it('splits its events below 512 KB', async () => {
  const rows = Array.from({ length: 1_000 }, (_, n) => receiptLine({ receipt_id: `R${n}`, sku: 'S'.repeat(100) }));
  expect(await files.send('importReceipts', rows)).toMatchObject({ landed: 1_000 });
  const sizes: { bytes: number }[] = await ledger.db.query(
    "select octet_length(envelope) as bytes from outbox where subject = 'ledger.receipts.imported.v1'",
  );
  expect(sizes.length).toBeGreaterThan(1);
  expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeLessThan(512 * 1_024);
});
