import fc from 'fast-check';
import { startLedger, type TestLedger } from '../../test/harness';
import { PurchaseLineRow } from '../features/purchases';
import { rowLiteral } from './row-literal';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

it('has every entity in the order of its table', async () => {
  for (const { tableName, columns } of ledger.db.entityMetadatas) {
    const made: { name: string }[] = await ledger.db.query(
      'select column_name as name from information_schema.columns where table_name = $1 order by ordinal_position',
      [tableName],
    );
    expect([tableName, columns.map(({ databaseName }) => databaseName)]).toEqual([
      tableName,
      made.map(({ name }) => name),
    ]);
  }
});

it('writes any row so that Postgres reads the same row', async () => {
  // Postgres keeps no NUL, and half a surrogate pair is no text.
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\u0000') && one.isWellFormed());
  const optional = fc.option(text);
  const amount = fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n });
  const line = fc.record({
    purchaseId: text,
    lineNo: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    sku: text,
    name: optional,
    categoryPath: optional,
    brand: optional,
    quantityMilli: amount,
    priceMinor: amount,
    totalMinor: amount,
    discountMinor: amount,
    amountMinor: amount,
    costMinor: fc.option(amount),
    pointsSpentMinor: amount,
    pointsEarnedMinor: amount,
    discounts: fc.option(fc.array(fc.record({ promotionId: text, amountMinor: fc.integer(), reason: text }))),
    promotionIds: fc.option(fc.array(text)),
  });
  const columns = ledger.db.getMetadata(PurchaseLineRow).columns;
  await fc.assert(
    fc.asyncProperty(line, async (row: PurchaseLineRow) => {
      const [read]: Record<string, unknown>[] = await ledger.db.query(
        'select (r).* from (select $1::purchase_line as r) s',
        [rowLiteral(ledger.db, PurchaseLineRow, row)],
      );
      for (const { propertyName, databaseName } of columns) {
        const value: unknown = row[propertyName as keyof PurchaseLineRow];
        expect(read?.[databaseName]).toEqual(typeof value === 'bigint' ? value.toString() : value);
      }
    }),
    { numRuns: 200 },
  );
});
