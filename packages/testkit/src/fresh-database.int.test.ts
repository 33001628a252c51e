import { withClient } from '@adal/local';
import { freshDatabase } from './fresh-database';

describe('freshDatabase', () => {
  const migrate = jest.fn((url: string) =>
    withClient(url, async (client) => void (await client.query('create table fact (id int primary key)'))),
  );

  it('migrates once, then copies, and the copies do not see each other', async () => {
    const [first, second] = [
      await freshDatabase({ migrate, template: 'testkit' }),
      await freshDatabase({ migrate, template: 'testkit' }),
    ];
    await withClient(first.url, (client) => client.query('insert into fact values (1)'));
    const rows = await withClient(second.url, (client) => client.query('select * from fact'));
    expect(rows.rowCount).toBe(0);
    expect(migrate).toHaveBeenCalledTimes(1);
    await Promise.all([first.drop(), second.drop()]);
  });

  it('connects as a role without superuser rights', async () => {
    const database = await freshDatabase();
    const { rows } = await withClient(database.url, (client) => client.query('show is_superuser'));
    expect(rows).toEqual([{ is_superuser: 'off' }]);
    await database.drop();
  });

  it('drops a database that still has a connection', async () => {
    const database = await freshDatabase();
    await withClient(database.url, async (client) => {
      client.on('error', () => {});
      await database.drop();
    });
    await expect(withClient(database.url, (client) => client.query('select 1'))).rejects.toThrow('does not exist');
  });
});
