import { freshDatabase, type FreshDatabase } from '@adal/testkit';
import type { DataSource } from 'typeorm';
import { sentencesOf } from '../features/definitions';
import { promotionsDataSource } from './data-source';
import { KeepDefinitions1795000010000 } from './migrations/1795000010000-keep-definitions';

let database: FreshDatabase;
let db: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  db = promotionsDataSource(database.url, 2);
  await db.initialize();
  await db.runMigrations();
  // Back to what stood there before, however many migrations came since.
  for (;;) {
    const [latest] = await db.query('select name from migration order by id desc limit 1');
    await db.undoLastMigration();
    if (latest.name === KeepDefinitions1795000010000.name) break;
  }
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const ROWS = [
  `('00000000-0000-7000-8000-000000000001', 3, 'Percent', 'RUNNING', 'PERCENT_OFF', 12500, null, null, null, '{Food > Dairy,Shoes}',
    '{Bata}', '{}', '2026-11-01T00:00:00+05:00', null, '{6,7}', '18:00', null, '{ALM-1}', true, 'FEMALE', 25, null, '{Almaty}', 7,
    150, 'Autumn', 'Рахмет!', 500000, null, 10)`,
  `('00000000-0000-7000-8000-000000000002', 1, 'Points', 'PAUSED', 'POINTS_MULTIPLIER', null, 2000, null, null, '{}', '{}', '{}',
    null, '2027-01-01T00:00:00Z', '{}', null, '09:30', '{}', false, null, null, null, '{}', null, 100, null, null, null, 12345, null)`,
  `('00000000-0000-7000-8000-000000000003', 2, 'Amount', 'ENDED', 'AMOUNT_OFF', null, null, 50050, 1000000, '{}', '{}', '{a,b}',
    null, null, '{}', null, null, '{}', false, null, null, null, '{}', null, 0, null, null, null, null, null)`,
];

it('writes what was there as definitions that the engine reads, each with its version', async () => {
  await db.query(`insert into promotion (id, version, name, status, mechanic, percent_off_milli, points_multiplier_milli,
    amount_off_minor, basket_at_least_minor, categories, brands, skus, starts_at, ends_at, weekdays, time_from, time_to, store_ids,
    members_only, gender, age_from, age_to, cities, birthday_within_days, priority, exclusive_group, receipt_text,
    money_budget_minor, points_budget_minor, uses_budget, created_at, updated_at)
    select column1::uuid, column2, column3, column4, column5, column6, column7::bigint, column8::bigint, column9::bigint,
      column10::text[], column11::text[], column12::text[], column13::timestamptz, column14::timestamptz, column15::int[], column16,
      column17, column18::text[], column19, column20, column21::int, column22::int, column23::text[], column24::int, column25,
      column26, column27, column28::bigint, column29::bigint, column30::int, now(), now() from (values ${ROWS.join(', ')}) as rows`);
  await db.runMigrations();
  const rows = await db.query('select name, revision, definition, limits from promotion order by id');
  expect(rows).toMatchObject(EXPECTED);
  expect(rows.map(({ definition }: { definition: unknown }) => sentencesOf(definition, 'en').join(' '))).toEqual([
    expect.stringContaining('12.5% off'),
    expect.stringContaining('×2'),
    expect.stringContaining('500.50'),
  ]);
  const versions = await db.query('select version, definition from promotion_version order by promotion_id');
  expect(versions.map(({ version }: { version: number }) => version)).toEqual([3, 1, 2]);
  expect(versions.map(({ definition }: { definition: unknown }) => definition)).toEqual(
    rows.map(({ definition }: { definition: unknown }) => definition),
  );
});

const BATA = { kind: 'BRAND', in: ['Bata'] };
const EXPECTED = [
  {
    name: 'Percent',
    revision: 3,
    limits: { moneyBudget: '5000.00', pointsBudget: null, usesBudget: 10 },
    definition: {
      priority: 150,
      stacking: { group: 'Autumn', mode: 'BEST' },
      schedule: {
        from: '2026-10-31T19:00:00.000Z',
        until: null,
        weekdays: [6, 7],
        hours: [{ from: '18:00', until: '24:00' }],
      },
      effects: [
        { kind: 'PERCENT', percent: '12.5', goods: { kind: 'ALL', of: [BATA, { in: ['Food > Dairy', 'Shoes'] }] } },
        { kind: 'RECEIPT_TEXT', text: { ru: 'Рахмет!' } },
      ],
      condition: {
        kind: 'ALL',
        of: [
          { kind: 'STORE', storeIds: ['ALM-1'] },
          { kind: 'IDENTIFIED' },
          { kind: 'GENDER', gender: 'FEMALE' },
          { kind: 'AGE', from: 25, to: null },
          { kind: 'CITY', in: ['Almaty'] },
          { kind: 'BIRTHDAY', daysBefore: 7, daysAfter: 7 },
        ],
      },
      holdout: null,
    },
  },
  {
    name: 'Points',
    limits: { pointsBudget: '123.45' },
    definition: {
      schedule: { until: '2027-01-01T00:00:00.000Z', hours: [{ from: '00:00', until: '09:30' }] },
      effects: [{ kind: 'POINTS_MULTIPLIER', factor: '2', goods: { kind: 'EVERYTHING' } }],
      condition: null,
    },
  },
  {
    name: 'Amount',
    definition: {
      effects: [{ kind: 'AMOUNT_OFF', amount: '500.50', goods: { kind: 'SKU', in: ['a', 'b'] } }],
      condition: { of: [{ kind: 'LINES', measure: 'SUM', atLeast: '10000.00', goods: { kind: 'SKU' } }] },
    },
  },
];
