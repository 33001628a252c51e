import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemberSaved, MembersImported, PurchaseConfirmed, ReceiptsImported } from '@adal/events';
import { DuckDBInstance } from '@duckdb/node-api';
import { aLine, aMember, anEvent, aReceipt } from '../../../test/builders';
import { ANALYST, ANONYMOUS, freshFolder, soon, startAnalytics, type TestAnalytics } from '../../../test/harness';
import { BI_VIEWS } from '../../store/bi-views';
import { writeDumps } from './write-dumps';

const DUMP =
  'mutation ($id: ID!) { dumpViews(dumpId: $id) { __typename ... on Dump { id askedBy } ... on DumpsOff { message } } }';
const DUMPS = '{ dumps { id askedBy finishedAt files rows fault } }';
const NIGHT = new Date('2026-03-10T22:30:00Z');

describe('dumps', () => {
  const folder = freshFolder();
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await startAnalytics({ DUMP_FOLDER: folder.path });
  });
  afterAll(async () => {
    await analytics.stop();
    folder.remove();
  });

  const write = (now = NIGHT): Promise<void> => writeDumps.run({ ...analytics.contextOf(ANALYST), now });
  const dumps = async (): Promise<unknown> => (await analytics.execute(ANALYST, DUMPS)).data?.['dumps'];
  const readBack = async (sql: string): Promise<unknown> => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  };
  const file = (name: string): string => `'${join(folder.path, name)}'`;

  it('writes every view: facts by month, snapshots as they are, without names and days of birth', async () => {
    const buyer = aMember();
    const [march, april] = [
      aReceipt({ memberId: buyer.memberId }),
      aReceipt({ memberId: null, businessDay: '2026-04-02' }),
    ];
    await analytics.publish(
      anEvent(MembersImported, { importId: 'i', members: [buyer] }),
      anEvent(PurchaseConfirmed, { receipt: march, balance: null, pointsActivateAt: null, pointsExpireAt: null }),
      anEvent(ReceiptsImported, { importId: 'i', receipts: [april] }),
    );
    await soon(
      async () =>
        (await analytics.store.query({ sql: 'SELECT receipt_id FROM receipts', parameters: {} })).length === 2,
    );
    expect((await analytics.execute(ANALYST, DUMP, { id: 'mine' })).data).toEqual({
      dumpViews: { __typename: 'Dump', id: 'mine', askedBy: 'Analyst' },
    });
    await write();
    expect(await dumps()).toEqual(
      [
        expect.objectContaining({
          id: 'nightly-2026-03-11',
          askedBy: null,
          finishedAt: expect.any(String),
          fault: null,
        }),
        expect.objectContaining({ id: 'mine', askedBy: 'Analyst', finishedAt: expect.any(String), fault: null }),
      ].sort(byId),
    );
    expect(
      await readBack(
        `SELECT receipt_id, member_id::VARCHAR AS member_id, payable_minor FROM ${file('bi_receipts/2026-03.parquet')}`,
      ),
    ).toEqual([{ receipt_id: march.purchaseId, member_id: buyer.memberId, payable_minor: String(march.payableMinor) }]);
    expect(
      await readBack(
        `SELECT receipt_id, member_id FROM ${file('bi_receipts/*.parquet')} WHERE business_day >= DATE '2026-04-01'`,
      ),
    ).toEqual([{ receipt_id: april.purchaseId, member_id: null }]);
    const [member] = (await readBack(`SELECT * FROM ${file('bi_members/bi_members.parquet')}`)) as Record<
      string,
      unknown
    >[];
    expect(member).toMatchObject({ member_id: buyer.memberId });
    expect(Object.keys(member ?? {})).toEqual(
      BI_VIEWS.find(({ name }) => name === 'bi_members')?.columns.map(({ name }) => name),
    );
  });

  it('leaves nothing of who has left in the files of months long over, and writes no others again', async () => {
    const [leaver, stayer] = [aMember(), aMember()];
    const receipts = ['2025-01-05', '2025-02-05', '2025-03-05', '2026-05-05', '2026-06-05'].map((businessDay, index) =>
      aReceipt({
        businessDay,
        memberId: (index === 0 ? leaver : stayer).memberId,
        lines: [aLine({ pointsEarnedMinor: 7 })],
      }),
    );
    await analytics.publish(
      anEvent(MembersImported, { importId: 'i', members: [leaver, stayer] }),
      anEvent(ReceiptsImported, { importId: 'i', receipts }),
    );
    const inStore = async (sql: string): Promise<number> =>
      Number((await analytics.store.query({ sql, parameters: {} }))[0]?.['n']);
    await soon(async () => (await inStore('SELECT count() AS n FROM receipts')) === 2 + receipts.length);
    const months = ['2025-01', '2025-02', '2025-03'];
    const ownersOf = (view: string): Promise<unknown> =>
      readBack(
        `SELECT DISTINCT member_id::VARCHAR AS id FROM ${file(`${view}/2025-*.parquet`)} ORDER BY id NULLS FIRST`,
      );
    const written = async (): Promise<unknown[]> => {
      const rows: { view: string; month: string; written_at: Date }[] = await analytics.db.query(
        'select view, month, written_at from dump_file where month = any($1) order by view, month',
        [months],
      );
      return rows;
    };
    const dumpAgain = async (id: string): Promise<void> => {
      await analytics.execute(ANALYST, DUMP, { id });
      await write();
    };
    await dumpAgain('before');
    const [first, both] = [await written(), [leaver.memberId, stayer.memberId].sort().map((id) => ({ id }))];
    const views = ['bi_receipts', 'bi_lines', 'bi_points'];
    for (const view of views) expect(await ownersOf(view)).toEqual(both);
    await analytics.publish(anEvent(MemberSaved, { member: { ...leaver, revision: 2, status: 'CLOSED' } }));
    await soon(async () => (await inStore("SELECT count() AS n FROM members WHERE status = 'CLOSED'")) === 1);
    await dumpAgain('after');
    for (const view of views) expect(await ownersOf(view)).toEqual([{ id: null }, { id: stayer.memberId }]);
    const again = (await written()).filter((row, index) => JSON.stringify(row) !== JSON.stringify(first[index]));
    expect(again).toMatchObject(views.toSorted().map((view) => ({ view, month: '2025-01' })));
  });

  it('tells a fetcher what there is', () => {
    const manifest = JSON.parse(readFileSync(join(folder.path, 'manifest.json'), 'utf8')) as {
      view: string;
      rows: number;
    }[];
    expect(new Set(manifest.map(({ view }) => view))).toContain('bi_receipts');
    expect(manifest.filter(({ view }) => view === 'bi_receipts').map(({ rows }) => rows)).toEqual(Array(7).fill(1));
  });

  it('is written once per id, and for nobody who may not', async () => {
    await analytics.execute(ANALYST, DUMP, { id: 'mine' });
    expect(((await dumps()) as { id: string }[]).filter(({ id }) => id === 'mine')).toHaveLength(1);
    const { errors } = await analytics.execute(ANONYMOUS, DUMP, { id: 'theirs' });
    expect(errors?.[0]?.extensions?.['code']).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
  });
});

const byId = (left: { id: string }, right: { id: string }): number => (left.id < right.id ? 1 : -1);
