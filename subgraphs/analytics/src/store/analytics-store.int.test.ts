import { aLine, aMember, aReceipt, aStore } from '../../test/builders';
import { engines } from '../../test/golden/engines';
import { ZONE } from '../../test/harness';
import { NO_FACTS, collectFacts } from '../features/ingest/event.facts';
import { memberFacts } from '../features/ingest/member.facts';
import { receiptFacts } from '../features/ingest/receipt.facts';
import type { AnalyticsStore, Facts, Row, StreamPosition } from './analytics-store';
import { NOBODY, type MemberRow, type ProductRow } from './tables';

const at = (sequence: number): StreamPosition => ({
  stream: 'LEDGER',
  streamCreatedAt: '2026-01-01T00:00:00Z',
  sequence,
  lastEventAt: new Date('2026-03-10T07:00:01.123Z'),
});

describe.each(engines)('the %s store', (_name, open) => {
  let store: AnalyticsStore;
  let beforeWrite: () => unknown;
  beforeEach(async () => {
    beforeWrite = () => undefined;
    store = await open(() => void beforeWrite());
  });
  afterEach(() => store.close());

  const rows = (sql: string): Promise<Row[]> => store.query({ sql, parameters: {} });
  const sales = (...receipts: Parameters<typeof aReceipt>[0][]): Facts =>
    collectFacts([{ booked: receipts.map((over) => receiptFacts(aReceipt(over))) }]);

  it('keeps what it was given, to the millisecond and the minor unit', async () => {
    const memberId = '0192f0c1-1111-7abc-8def-0123456789ab';
    const line = aLine({
      amountMinor: 9_007_199_254_740_991,
      promotionIds: ['p1', "p'2"],
      costMinor: null,
      quantityMilli: -1_500,
    });
    await store.append(sales({ purchaseId: "r'1", memberId, occurredAt: '2026-03-10T07:00:00.456Z', lines: [line] }), [
      at(1),
    ]);
    const [row] = await rows(
      'SELECT receipt_id, member_id, identified, occurred_at, business_day, payable_minor FROM receipts',
    );
    expect(row).toMatchObject({
      receipt_id: "r'1",
      member_id: memberId,
      identified: true,
      business_day: '2026-03-10',
      payable_minor: '9007199254740991',
    });
    expect(String(row?.['occurred_at'])).toContain('07:00:00.456');
    expect(await rows('SELECT promotion_ids, cost_minor, quantity_milli, sku FROM lines')).toEqual([
      { promotion_ids: ['p1', "p'2"], cost_minor: null, quantity_milli: '-1500', sku: 'SKU-1' },
    ]);
    expect(await store.positions()).toEqual([at(1)]);
  });

  it('adds a receipt once, with its lines and points, however often and with whatever company it comes', async () => {
    const first = {
      purchaseId: 'r1',
      memberId: aMember().memberId,
      lines: [aLine({ pointsEarnedMinor: 5, pointsSpentMinor: 3 }), aLine({ lineNo: 2 })],
    };
    await store.append(sales(first), [at(1)]);
    await store.append(sales(first, { purchaseId: 'r2', businessDay: '2026-03-12' }), [at(2)]);
    await store.append(sales({ purchaseId: 'r2', businessDay: '2026-03-12' }, first), [at(3)]);
    expect(await rows('SELECT receipt_id FROM receipts ORDER BY receipt_id')).toEqual([
      { receipt_id: 'r1' },
      { receipt_id: 'r2' },
    ]);
    expect(await rows('SELECT receipt_id, line_no FROM lines ORDER BY receipt_id, line_no')).toEqual([
      { receipt_id: 'r1', line_no: 1 },
      { receipt_id: 'r1', line_no: 2 },
      { receipt_id: 'r2', line_no: 1 },
    ]);
    expect(await rows('SELECT kind, amount_minor FROM points ORDER BY kind')).toEqual([
      { kind: 'EARNED', amount_minor: '5' },
      { kind: 'SPENT', amount_minor: '3' },
    ]);
  });

  it('knows nobody behind an anonymous receipt', async () => {
    await store.append(sales({}), [at(1)]);
    expect(await rows('SELECT member_id, identified FROM receipts')).toEqual([
      { member_id: NOBODY, identified: false },
    ]);
  });

  it('keeps the highest revision of a snapshot, in whatever order they come', async () => {
    const memberId = '0192f0c1-1111-7abc-8def-0123456789ab';
    const member = (revision: number, city: string): MemberRow =>
      memberFacts(aMember({ memberId, revision, city, birthDate: '1955-05-05' }), ZONE).member;
    for (const row of [member(2, 'two'), member(1, 'one'), member(3, 'three'), member(3, 'three')])
      await store.append({ ...NO_FACTS, members: [row] }, []);
    expect(await rows('SELECT revision, city, birth_date FROM members')).toEqual([
      { revision: '3', city: 'three', birth_date: '1955-05-05' },
    ]);
    await store.append({ ...NO_FACTS, stores: [{ ...aStore(), brand: '', banner: '', format: '' }] }, []);
    expect(await rows('SELECT store_id, opened_on, closed_on FROM stores')).toEqual([
      { store_id: 'S1', opened_on: '2020-01-01', closed_on: null },
    ]);
  });

  it('replaces what belongs to a member with the member, and forgets who left, in whatever order news come', async () => {
    const memberId = '0192f0c1-1111-7abc-8def-0123456789ab';
    const child = { birthDate: '2020-02-29', gender: 'FEMALE' } as const;
    const [one, two] = [{ ...child, birthDate: '2018-01-01', gender: null }, child];
    const told = [
      aMember({ memberId, revision: 2, attributes: { pets: 'cat', has_car: 'true' }, children: [one, two] }),
      aMember({ memberId, revision: 1, attributes: { married: 'true' }, children: [two, two, two] }),
      aMember({ memberId, revision: 3, attributes: { pets: 'dog' }, children: [two], phone: '+77010000000' }),
      aMember({ memberId, revision: 2, attributes: { pets: 'cat', has_car: 'true' }, children: [one, two] }),
    ];
    const tell = (member: (typeof told)[number]): Promise<void> =>
      store.append(collectFacts([{ members: [memberFacts(member, ZONE)] }]), []);
    for (const member of told) await tell(member);
    expect(await rows('SELECT key, value FROM member_attributes')).toEqual([{ key: 'pets', value: 'dog' }]);
    expect(await rows('SELECT birth_date, gender FROM children')).toEqual([
      { birth_date: '2020-02-29', gender: 'FEMALE' },
    ]);
    expect(await rows('SELECT phone_known, email_known, card_count FROM members')).toEqual([
      { phone_known: true, email_known: false, card_count: 0 },
    ]);
    await store.append(sales({ memberId }), [at(1)]);
    expect(await store.refreshFeatures()).toEqual([memberId]);
    expect(await rows('SELECT purchases FROM member_features')).toEqual([{ purchases: '1' }]);
    await tell(aMember({ memberId, revision: 4, status: 'CLOSED', attributes: { pets: 'dog' }, children: [two] }));
    await store.refreshFeatures();
    for (const table of ['member_attributes', 'children', 'member_features'])
      expect(await rows(`SELECT * FROM ${table}`)).toEqual([]);
    expect(await rows('SELECT status, birth_date, gender FROM members')).toEqual([
      { status: 'CLOSED', birth_date: null, gender: 'UNKNOWN' },
    ]);
    expect(await rows('SELECT toInt64(sum(receipts)) AS n FROM sales_by_hour')).toEqual([{ n: '1' }]);
  });

  it('fills a line from the product, known before or after the sale, and lets the event prevail', async () => {
    const product = (sku: string, brand: string): ProductRow => ({
      sku,
      revision: 1,
      name: sku,
      categoryPath: 'A > B',
      brand,
    });
    const blank = { categoryPath: null, brand: null };
    const sale = sales({
      purchaseId: 'r1',
      lines: [
        aLine({ sku: 'before', ...blank }),
        aLine({ lineNo: 2, sku: 'after', ...blank }),
        aLine({ lineNo: 3, sku: 'after', categoryPath: 'Own', brand: null }),
      ],
    });
    await store.append({ ...NO_FACTS, products: [product('before', 'X')] }, []);
    await store.append(sale, [at(1)]);
    await store.append({ ...NO_FACTS, products: [product('after', 'Y')] }, []);
    await store.append(sale, [at(1)]);
    expect(await rows('SELECT line_no, category_path, brand FROM lines ORDER BY line_no')).toEqual([
      { line_no: 1, category_path: 'A > B', brand: 'X' },
      { line_no: 2, category_path: 'A > B', brand: 'Y' },
      { line_no: 3, category_path: 'Own', brand: 'Y' },
    ]);
  });

  it('leaves facts and position as they were when a batch cannot be stored', async () => {
    await store.append(sales({ purchaseId: 'r1' }), [at(1)]);
    const broken = sales({ purchaseId: 'r2', businessDay: 'not a day' });
    await expect(store.append(broken, [at(2)])).rejects.toBeDefined();
    expect(await store.positions()).toEqual([at(1)]);
    expect(await rows('SELECT count() AS n FROM receipts')).toEqual([{ n: '1' }]);
    await store.append(sales({ purchaseId: 'r3' }), [at(2)]);
    expect(await rows('SELECT count() AS n FROM receipts')).toEqual([{ n: '2' }]);
  });

  it('binds what a caller wrote and never reads it as SQL', async () => {
    await store.append(sales({ storeId: "S'; DROP TABLE receipts --" }), [at(1)]);
    const statement = {
      sql: 'SELECT count() AS n FROM receipts WHERE store_id IN {s:Array(String)} OR store_id = {t:String}',
      parameters: { s: ["S'; DROP TABLE receipts --", '{t:String}'], t: '$s' },
    };
    expect(await store.query(statement)).toEqual([{ n: '1' }]);
  });

  it('begins empty after it was set aside, and keeps the old under a new name', async () => {
    await store.append(sales({}), [at(1)]);
    const asked = rows('SELECT count() AS n FROM receipts');
    expect(await store.setAside('replaced')).toContain('replaced');
    await asked;
    expect(await store.positions()).toEqual([]);
    expect(await rows('SELECT count() AS n FROM receipts')).toEqual([{ n: '0' }]);
    await store.append(sales({}), [at(1)]);
    expect(await rows('SELECT count() AS n FROM receipts')).toEqual([{ n: '1' }]);
  });

  it('answers at every moment while it is set aside', async () => {
    const tables = ['receipts', 'members', 'member_features', 'stream_positions', 'bi_receipts'];
    const answers: Promise<Row[]>[] = [];
    beforeWrite = () => answers.push(...tables.map((table) => rows(`SELECT count() AS n FROM ${table}`)));
    await store.append(sales({}), [at(1)]);
    await store.setAside('replaced');
    await expect(Promise.all(answers)).resolves.toBeDefined();
  });

  it('answers while it is being written', async () => {
    const writing = Array.from({ length: 20 }, (_, index) =>
      store.append(sales({ purchaseId: `r${index}` }), [at(index + 1)]),
    );
    const asked = Array.from({ length: 20 }, () => rows('SELECT count() AS n FROM receipts'));
    for (const [answer] of await Promise.all(asked)) expect(Number(answer?.['n'])).toBeLessThanOrEqual(20);
    await Promise.all(writing);
    expect(await rows('SELECT count() AS n FROM receipts')).toEqual([{ n: '20' }]);
  });
});
