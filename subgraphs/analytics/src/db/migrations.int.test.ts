import { openDatabase } from '@adal/service';
import { freshDatabase } from '@adal/testkit';
import { analyticsDataSource } from './data-source';

it('migrations make what the entities say, and can be undone', async () => {
  const database = await freshDatabase();
  const db = analyticsDataSource(database.url, 2);
  await openDatabase(db);
  const { upQueries } = await db.driver.createSchemaBuilder().log();
  // Indexes and constraints are written by hand.
  expect(upQueries.map(({ query }) => query).filter((sql) => !/DROP (INDEX|CONSTRAINT)/.test(sql))).toEqual([]);
  while ((await db.query('select 1 from migration')).length > 0) await db.undoLastMigration();
  expect(
    await db.query("select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration'"),
  ).toEqual([]);
  await db.destroy();
  await database.drop();
});
