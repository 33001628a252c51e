import fc from 'fast-check';
import { aLine, aReceipt } from '../../test/builders';
import { engines } from '../../test/golden/engines';
import { collectFacts } from '../features/ingest/event.facts';
import { receiptFacts } from '../features/ingest/receipt.facts';
import type { AnalyticsStore, Facts, Row } from './analytics-store';
import { DERIVED, type DerivedTable } from './derived-tables';
import { columnName, type ProductRow } from './tables';

/** Each receipt of a small chain: the same number is always the same receipt, so that it can come again. */
function receiptOf(run: number, number: number): ReturnType<typeof receiptFacts> {
  const sign = number % 5 === 4 ? -1 : 1;
  const goods = (lineNo: number) => ({
    lineNo,
    sku: `SKU-${run}-${(number + lineNo) % 4}`,
    ...(number % 3 === 0 ? { categoryPath: 'Own', brand: null } : { categoryPath: null, brand: null }),
    quantityMilli: sign * 1_000 * lineNo,
    amountMinor: sign * (100 + number * 7),
    discountMinor: sign * (number % 4),
    costMinor: (number + lineNo) % 2 === 0 ? sign * 50 : null,
    pointsEarnedMinor: sign * number,
    promotionIds: number % 4 === 0 ? ['P1'] : number % 4 === 1 ? ['P2', 'P1'] : [],
  });
  const day = `2026-03-${10 + (number % 3)}`;
  return receiptFacts(
    aReceipt({
      purchaseId: `r${run}-${number}`,
      kind: sign < 0 ? 'RETURN' : 'SALE',
      originalPurchaseId: sign < 0 ? `r${run}-${number - 1}` : null,
      storeId: `S${number % 2}`,
      memberId: number % 3 === 2 ? null : `00000000-0000-7000-8000-00000000000${number % 4}`,
      occurredAt: `${day}T07:00:00.0${10 + (number % 7)}Z`,
      businessDay: day,
      businessHour: 10 + (number % 4),
      lines: [aLine(goods(1)), aLine(goods(2))],
    }),
  );
}

const product = (run: number, number: number): ProductRow => ({
  sku: `SKU-${run}-${number}`,
  revision: 1,
  name: '',
  categoryPath: number === 1 ? '' : 'Shoes > Boots',
  brand: `Brand ${number}`,
});

/** Some receipts, some products, and after how many writes the process dies; then the same comes again. */
const batch = fc.record({
  receipts: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }),
  products: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
  diesAfter: fc.option(fc.integer({ min: 0, max: 14 })),
});

/** Rows of a derived table as plain code makes them of the facts that are there. */
function madeByHand(table: DerivedTable, facts: readonly Row[]): Row[] {
  const isOwn = (fact: Row): boolean => !table.only || Boolean(fact[table.only.slice('f.'.length)]);
  const [own, groups] = [facts.filter(isOwn).flatMap((fact) => eachOf(table, fact)), new Map<string, Row>()];
  const seen = new Set<string>();
  const columns = Object.keys(table.columns).map(columnName);
  const pick = (row: Row, names: readonly string[]): Row =>
    Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
  // No sale is marked as undone before features are made.
  if (table.keep === 'FIRST') return own.map((fact) => pick({ stands: fact['kind'] === 'SALE', ...fact }, columns));
  for (const fact of own) {
    const receipt = JSON.stringify([fact['receipt_id'], fact['promotion']]);
    const [cost, amount] = [fact['cost_minor'], Number(fact['amount_minor'])];
    const more: Row = {
      ...fact,
      ...('amount_minor' in fact
        ? { costed_minor: cost === null ? 0 : amount, promo_minor: fact['promo'] ? amount : 0 }
        : {}),
      receipts: seen.has(receipt) ? 0 : 1,
      receipt_lines: 1,
      payable_squares: Math.round((Number(fact['payable_minor']) / 100) ** 2),
    };
    const key = pick(fact, table.key.map(columnName));
    const sums: Record<string, Row[string]> = groups.get(JSON.stringify(key)) ?? { ...key };
    for (const column of columns.filter((name) => !(name in key)))
      sums[column] = String(Number(sums[column] ?? 0) + Number(more[column]));
    groups.set(JSON.stringify(key), sums);
    seen.add(receipt);
  }
  return [...groups.values()];
}

/** The row once for each word of the list that the table tells apart. */
const eachOf = ({ each }: DerivedTable, fact: Row): Row[] =>
  each ? ((fact[each.list] ?? []) as unknown as string[]).map((word) => ({ ...fact, [each.as]: word })) : [fact];

const inOrder = (rows: readonly Row[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

describe.each(engines)('tables made of facts on %s', (name, open) => {
  const rows = async ({ name, keep, key, columns }: DerivedTable, store: AnalyticsStore): Promise<Row[]> => {
    const of = (field: string): string => `f.${columnName(field)}`;
    const sums = Object.keys(columns).filter((field) => !key.includes(field));
    const sql =
      keep === 'SUM'
        ? `SELECT ${[...key.map(of), ...sums.map((field) => `toInt64(sum(${of(field)})) AS ${columnName(field)}`)].join(', ')}
           FROM ${name} AS f GROUP BY ${key.map(of).join(', ')}`
        : `SELECT ${Object.keys(columns).map(columnName).join(', ')} FROM ${name}`;
    return store.query({ sql, parameters: {} });
  };

  it('say what the facts say, whatever comes twice, late, or again after the process died', async () => {
    let [run, writesLeft] = [0, Infinity];
    const store = await open(() => {
      if ((writesLeft -= 1) < 0) throw new Error('died');
    });
    const seen = new Set<string>();
    const appendTwice = async (facts: Facts, diesAfter: number): Promise<void> => {
      writesLeft = diesAfter;
      const unfit = { ...receiptOf(run, 1).receipt, businessDay: 'none' };
      await store
        .append(name === 'DuckDB' ? { ...facts, receipts: [...facts.receipts, unfit] } : facts, [])
        .catch(() => undefined);
      writesLeft = Infinity;
      await store.append(facts, []);
    };
    const property = fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 6 }), async (batches) => {
      run += 1;
      for (const { receipts, products, diesAfter } of batches) {
        const booked = receipts.map((number) => receiptOf(run, number));
        const facts = { ...collectFacts([{ booked }]), products: products.map((number) => product(run, number)) };
        for (const { receipt } of booked) seen.add(receipt.receiptId);
        await (diesAfter === null ? store.append(facts, []) : appendTwice(facts, diesAfter));
      }
      for (const table of DERIVED) {
        const facts = await store.query({ sql: `SELECT * FROM ${table.from.name}`, parameters: {} });
        expect(new Set(facts.map((fact) => fact['receipt_id']))).toEqual(seen);
        expect(inOrder(await rows(table, store))).toEqual(inOrder(madeByHand(table, facts)));
      }
    });
    // One store for all runs, which add up in it: a smaller example could not be tried on it.
    await fc.assert(property, { numRuns: 12, endOnFailure: true }).finally(() => store.close());
  });
});
