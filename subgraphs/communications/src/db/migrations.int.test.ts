import { startCommunications, type TestCommunications } from '../../test/harness';

describe('migrations', () => {
  let communications: TestCommunications;
  beforeAll(async () => {
    communications = await startCommunications();
  });
  afterAll(() => communications.stop());

  it('make the schema that the entities describe', async () => {
    const { upQueries } = await communications.db.driver.createSchemaBuilder().log();
    // Indexes and checks are written by hand; tables and columns must agree to the type.
    const differences = upQueries.map((query) => query.query).filter((sql) => !/INDEX|CONSTRAINT|UNIQUE/i.test(sql));
    expect(differences).toEqual([]);
  });

  it('can be undone to an empty database', async () => {
    await communications.db.undoLastMigration();
    const tables: { tablename: string }[] = await communications.db.query(
      `select tablename from pg_tables where schemaname = 'public' order by 1`,
    );
    expect(tables.map((table) => table.tablename)).toEqual(['migration']);
  });
});
