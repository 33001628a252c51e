import type { BackfillSource, BookedReceipt, LotSnapshot, PointsMovement } from '@adal/events';
import { newId } from '@adal/service';
import { eventually } from '@adal/testkit';
import { deskOf } from '../../../test/desk';
import { filesOf, receiptLine } from '../../../test/files';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';
import { activateLots, expireLots, tellLots } from '../lots';
import { backfills } from '.';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

interface Told {
  readonly subject: string;
  readonly data: object;
}
const ORIGIN = { correlationId: 'test', now: NOW };

/** Everything that a kind tells, page by page. */
async function toldAgain(kind: string): Promise<Told[]> {
  const source = backfills.find((candidate) => candidate.kind === kind) as BackfillSource;
  const told: Told[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<BackfillSource['page']>> = await source.page(ledger.db, after, ORIGIN);
    told.push(...page.events.map(({ type, data }) => ({ subject: type, data: data as object })));
    after = page.next;
  } while (after !== null);
  return told;
}

async function recorded(...subjects: string[]): Promise<Told[]> {
  const told = await Promise.all(
    subjects.map(async (subject) => (await ledger.recorded<object>(subject)).map((data) => ({ subject, data }))),
  );
  return told.flat();
}

/** Receipts by their id, with what else is told of a return. */
function receiptsOf(told: readonly Told[]): Map<string, object> {
  return new Map(
    told.flatMap(({ data }) => {
      const {
        receipts,
        receipt,
        unexpiredMinor = 0,
        withheldMinor = 0,
      } = data as {
        receipts?: BookedReceipt[];
        receipt?: BookedReceipt;
        unexpiredMinor?: number;
        withheldMinor?: number;
      };
      return [...(receipts ?? []), ...(receipt ? [receipt] : [])].map(
        (one) => [one.purchaseId, { ...one, unexpiredMinor, withheldMinor }] as const,
      );
    }),
  );
}

function movementsOf(told: readonly Told[]): object[] {
  return told
    .flatMap(({ subject, data }) => {
      const { reason = null, movements } = data as { reason?: string; movements: PointsMovement[] };
      return movements.map((movement) => ({ subject, reason, ...movement }));
    })
    .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

const MOVEMENTS = ['activated', 'expired', 'granted', 'deducted'].map((what) => `ledger.points.${what}.v1`);
const inDays = (days: number): { now: Date } => ({ now: new Date(NOW.getTime() + days * 86_400_000) });

it('are told as they were told at first: receipts, returns, movements, lots and stores', async () => {
  const till = tillOf(ledger);
  const desk = deskOf(ledger);
  const [memberId, debtor] = [await ledger.haveMember({ externalId: 'M1' }), await ledger.haveMember()];
  // Sales, anonymous and not, one of them sold online and paid twice; points spent of two legal entities.
  await till.confirm({
    purchaseId: 'online',
    quote: ledger.quote([{ discountMinor: 500 }, {}], { channel: 'ONLINE', memberId }),
    payments: [
      { tender: 'CASH', amount: '500.00' },
      { tender: 'CARD', amount: '1495.00' },
    ],
  });
  await till.sell('early', [{ earnedMinor: 100 }], { memberId, lifetimeDays: 1 });
  await till.sell('late', [{ earnedMinor: 900, quantityMilli: 3_000 }], { memberId, storeId: 'S2' });
  await till.sell('spent', [{ spentMinor: 30, earnedMinor: 70 }, {}], { memberId, lifetimeDays: 2 });
  await till.sell('abroad', [{ spentMinor: 20 }], { memberId, storeId: 'S2' });
  await till.sell('owing', [{ earnedMinor: 1_000 }], { memberId: debtor });
  await till.sell('owed', [{ spentMinor: 700 }], { memberId: debtor });
  await till.giveBack({ returnId: 'owing-back', purchaseId: 'owing' });
  await till.giveBack({ returnId: 'late-back', purchaseId: 'late', lines: [{ lineNo: 1, quantity: '1' }] });
  // What pays a debt is given in full.
  const given = await desk.adjust({ member: { id: debtor }, amount: '9.00' });
  await desk.adjust({ member: { id: memberId }, amount: '-0.10' });
  await desk.undo(given.adjustment?.id ?? '', { allowPartial: true });
  const grant = {
    grantId: newId(),
    note: 'Autumn',
    lifetimeDays: 30,
    rows: [{ member: { id: memberId }, points: '2' }],
  };
  await ledger.ask('mutation ($input: GrantPointsInput!) { grantPoints(input: $input) { __typename } }', {
    input: grant,
  });
  await ledger.ask('mutation ($input: UndoGrantInput!) { undoGrant(input: $input) { __typename } }', {
    input: { grantId: grant.grantId, note: 'wrong' },
  });
  await ledger.ask('mutation ($input: ImportInput!) { importBalances(input: $input) { __typename } }', {
    input: { importId: 'b', columns: ['member_id', 'points'], rows: [{ line: 2, values: [memberId, '7.00'] }] },
  });
  await till.sell('pending', [{ earnedMinor: 50 }], { memberId, activationDays: 1, lifetimeDays: 300 });
  await activateLots.run(ledger.context(inDays(5)));
  await expireLots.run(ledger.context(inDays(5)));
  // The spent points come back, and with them what had expired.
  await till.giveBack({ returnId: 'spent-back', purchaseId: 'spent' }, inDays(6));
  const old = { member_id: 'M1', occurred_at: '2025-03-01T10:00:00' };
  const back = { kind: 'return', quantity: '-1', amount: '-450', occurred_at: '2025-03-03T10:00:00', member_id: 'M1' };
  const landed = await filesOf(ledger).send(
    'importReceipts',
    [
      receiptLine({ receipt_id: 'R1', ...old, points_earned: '100' }),
      receiptLine({ receipt_id: 'R2', ...back, original_receipt_id: 'R1' }),
      receiptLine({ receipt_id: 'R3', ...back }),
      // More than there is to take.
      receiptLine({ receipt_id: 'R4', ...back, points_earned: '9000' }),
    ],
    { points: 'BOOK' },
  );
  expect(landed).toMatchObject({ rejected: [] });

  const told = await recorded(...['purchase.confirmed', 'purchase.returned', 'receipts.imported'].map(subjectOf));
  const receipts = receiptsOf(told);
  expect(receipts.size).toBe(8 + 3 + 4);
  expect([...receipts.values()]).toContainEqual(expect.objectContaining({ channel: 'ONLINE' }));
  expect([...receipts.values()]).toContainEqual(
    expect.objectContaining({ purchaseId: 'spent-back', unexpiredMinor: 70 }),
  );
  expect([...receipts.values()]).toContainEqual(expect.objectContaining({ keptMinor: expect.any(Number) as number }));
  expect(receiptsOf([...(await toldAgain('receipts')), ...(await toldAgain('returns'))])).toEqual(receipts);

  const movements = movementsOf(await recorded(...MOVEMENTS));
  expect(movements.length).toBeGreaterThan(7);
  expect(movements).toContainEqual(
    expect.objectContaining({ memberId: debtor, amountMinor: 900, reason: 'ADJUSTMENT' }),
  );
  expect(movementsOf(await toldAgain('movements'))).toEqual(movements);

  expect(await toldAgain('stores')).toEqual([
    expect.objectContaining({ data: { stores: expect.arrayContaining([expect.objectContaining({ storeId: 'S1' })]) } }),
  ]);
  await lotsAreTold();
  await crossingsAreTold();
});

const subjectOf = (what: string): string => `ledger.${what}.v1`;

/** Of two tellings of a lot the higher revision is the later, whoever told it. */
async function lotsAreTold(): Promise<void> {
  const lotsOf = (told: readonly Told[]): LotSnapshot[] =>
    told.flatMap(({ data }) => (data as { lots: LotSnapshot[] }).lots);
  const early = lotsOf(await toldAgain('lots'));
  expect(new Set(early.map(({ revision }) => revision))).toEqual(new Set([0]));
  await eventually(async () => {
    await tellLots.run(ledger.context());
    const known = new Map(
      lotsOf(await recorded('ledger.lots.told.v1')).map(({ lotId, revision }) => [lotId, revision]),
    );
    const again = lotsOf(await toldAgain('lots'));
    expect(again.every(({ lotId, revision }) => revision >= (known.get(lotId) ?? Infinity))).toBe(true);
    return true;
  });
  const plain = (lots: readonly LotSnapshot[]): object[] => lots.map(({ revision: _, ...lot }) => lot);
  expect(plain(lotsOf(await toldAgain('lots')))).toEqual(plain(early));
}

/** Points of one legal entity that paid in a store of another. */
async function crossingsAreTold(): Promise<void> {
  await eventually(async () => {
    await tellLots.run(ledger.context());
    const crossed = movementsOf(await recorded('ledger.points.crossed.v1'));
    expect(crossed.length).toBeGreaterThan(1);
    expect(movementsOf(await toldAgain('crossings'))).toEqual(crossed);
    return true;
  });
}

it('come once, however small the pages are', async () => {
  const source = backfills.find(({ kind }) => kind === 'receipts') as BackfillSource;
  const rows: { id: string; xid: string }[] = await ledger.db.query(
    'select id, booked_xid as xid from purchase order by booked_xid, id',
  );
  for (const [index, { id, xid }] of rows.entries()) {
    const page = await source.page(ledger.db, `${xid} ${id}`, ORIGIN);
    const ids = page.events.flatMap(({ data }) => (data as { receipts: BookedReceipt[] }).receipts);
    expect(ids.map(({ purchaseId }) => purchaseId)).toEqual(rows.slice(index + 1).map((row) => row.id));
    expect(page.next).toBeNull();
  }
});

it('fit a message, though every entry of a page paid in the store of another', async () => {
  const before = movementsOf(await toldAgain('crossings')).length;
  const COPIES = 2_100;
  await ledger.db.query(
    `with abroad as (select e from journal_entry e where e.purchase_id = 'abroad'),
       copied as (
         insert into journal_entry
         select (jsonb_populate_record(e, jsonb_build_object('seq', (e).seq + n * 1000, 'id', gen_random_uuid()))).*
         from abroad, generate_series(1, $1::integer) n)
     insert into posting
     select (jsonb_populate_record(p, jsonb_build_object('entry_seq', p.entry_seq + n * 1000))).*
     from abroad join posting p on p.entry_seq = (e).seq, generate_series(1, $1::integer) n`,
    [COPIES],
  );
  const again = await toldAgain('crossings');
  for (const { data } of again) expect(Buffer.byteLength(JSON.stringify(data))).toBeLessThan(500_000);
  expect(movementsOf(again)).toHaveLength(before + COPIES * 2);
});
