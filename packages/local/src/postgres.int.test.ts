import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, withClient, type Postgres } from './postgres';

describe('the local Postgres', () => {
  const dir = mkdtempSync(join(tmpdir(), 'adal-postgres-'));
  chmodSync(dir, 0o755);
  const start = (port = 0) =>
    startPostgres({ dataDir: join(dir, 'cluster'), port, databases: ['adal_ledger', 'adal_members'], durable: false });
  const query = (url: string, text: string) => withClient(url, async (client) => (await client.query(text)).rows);
  let postgres: Postgres;

  beforeAll(async () => {
    postgres = await start();
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(dir, { recursive: true });
  });

  it('gives each database an owner of its own, without rights on the others', async () => {
    const ledger = postgres.urlOf('adal_ledger');
    expect(await query(ledger, 'select current_user as role, current_database() as database')).toEqual([
      { role: 'adal_ledger', database: 'adal_ledger' },
    ]);
    await query(ledger, 'create table entry (id int)');
    const foreign = ledger.replace('//adal_ledger', '//adal_members');
    await expect(query(foreign, 'select * from entry')).rejects.toThrow('permission denied');
  });

  it('refuses a wrong password', async () => {
    await expect(query(postgres.adminUrl.replace(/:[^:@/]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password');
  });

  it('folds the case of Cyrillic', async () => {
    expect(await query(postgres.adminUrl, `select lower('ҰПАЙ Алматы') as text`)).toEqual([{ text: 'ұпай алматы' }]);
  });

  it('has its rows and its address back after a kill -9', async () => {
    const url = postgres.urlOf('adal_members');
    await query(url, 'create table member as select 7 as id');
    postgres.kill();
    expect(await postgres.exited).toBe('signal SIGKILL');
    postgres = await start(postgres.port);
    expect(postgres.urlOf('adal_members')).toBe(url);
    expect(await query(url, 'select id from member')).toEqual([{ id: 7 }]);
  });

  it('says why when it cannot start', async () => {
    await expect(startPostgres({ dataDir: join(dir, 'other'), port: postgres.port, durable: false })).rejects.toThrow(
      'in use',
    );
  });
});
