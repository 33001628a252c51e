import { startMembers, type TestMembers } from '../../test/harness';

let members: TestMembers;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.stop());

it('make the schema that the entities describe', async () => {
  const { upQueries } = await members.db.driver.createSchemaBuilder().log();
  // Checks, foreign keys and the event tables' indexes are SQL's alone; all else must agree.
  const differences = upQueries
    .map(({ query }) => query)
    .filter((sql) => !/(_check|_fkey)"$|"(in|out)box_\w+"$/.test(sql));
  expect(differences).toEqual([]);
});

it('can be undone to an empty database', async () => {
  while ((await members.db.query('select 1 from migration')).length > 0) await members.db.undoLastMigration();
  const tables: { tablename: string }[] = await members.db.query(
    "select tablename from pg_tables where schemaname = 'public'",
  );
  expect(tables.map(({ tablename }) => tablename)).toEqual(['migration']);
});
