import { startLedger, type TestLedger } from '../../test/harness';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

it('makes the columns that the entities have, and no others', async () => {
  const columns: { table: string; name: string; nullable: boolean }[] = await ledger.db.query(
    `select table_name as table, column_name as name, is_nullable = 'YES' as nullable
     from information_schema.columns where table_schema = 'public' and table_name <> 'migration'`,
  );
  const made = columns.map(({ table, name, nullable }) => `${table}.${name}${nullable ? '?' : ''}`);
  const mapped = ledger.db.entityMetadatas.flatMap(({ tableName, columns: own }) =>
    own.map(({ databaseName, isNullable }) => `${tableName}.${databaseName}${isNullable ? '?' : ''}`),
  );
  expect(made.sort()).toEqual(mapped.sort());
});

it('can be undone', async () => {
  while ((await ledger.db.query('select 1 from migration')).length > 0) await ledger.db.undoLastMigration();
  const left: unknown[] = await ledger.db.query(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'
     union all select proname from pg_proc where pronamespace = 'public'::regnamespace`,
  );
  expect(left).toEqual([]);
});
