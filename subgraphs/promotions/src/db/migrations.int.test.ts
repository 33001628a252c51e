import { startPromotions, type Promotions } from '../../test/harness';

let promotions: Promotions;
beforeAll(async () => void (promotions = await startPromotions()));
afterAll(() => promotions.stop());

it('makes the columns that the entities have, and no others', async () => {
  const columns: { table: string; name: string; nullable: boolean }[] = await promotions.db.query(
    `select table_name as table, column_name as name, is_nullable = 'YES' as nullable
     from information_schema.columns where table_schema = 'public' and table_name not in ('migration', 'pricing_revision')`,
  );
  const made = columns.map(({ table, name, nullable }) => `${table}.${name}${nullable ? '?' : ''}`);
  const mapped = promotions.db.entityMetadatas.flatMap(({ tableName, columns: own }) =>
    own.map(({ databaseName, isNullable }) => `${tableName}.${databaseName}${isNullable ? '?' : ''}`),
  );
  expect(made.sort()).toEqual(mapped.sort());
});

it('seeds the programme and lets the others know', async () => {
  const { data } = await promotions.ask(
    `{ programme { version earnPercent payablePercent roundingStep roundingMode activationDays lifetimeDays currency } }`,
  );
  expect(data).toEqual({
    programme: {
      version: 1,
      earnPercent: '5',
      payablePercent: '30',
      roundingStep: '0.01',
      roundingMode: 'DOWN',
      activationDays: 14,
      lifetimeDays: 365,
      currency: 'KZT',
    },
  });
  expect(await promotions.recorded()).toEqual(['promotions.programme.changed.v1']);
});

it('can be undone', async () => {
  while ((await promotions.db.query('select 1 from migration')).length > 0) await promotions.db.undoLastMigration();
  const tables: unknown[] = await promotions.db.query(
    `select 1 from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
  );
  expect(tables).toEqual([]);
});
