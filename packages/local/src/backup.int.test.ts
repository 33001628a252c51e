import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, restoreBackup } from './backup';
import { startPostgres, withClient, type Postgres } from './postgres';

describe('a base backup and the archived log', () => {
  const dir = mkdtempSync(join(tmpdir(), 'adal-backup-'));
  chmodSync(dir, 0o755);
  // A quote and a percent sign, so that nobody forgets to escape.
  const wal = join(dir, "wal of Adal's 100%");
  const running: Postgres[] = [];
  const start = async (name: string, walArchive = wal) => {
    const options = { dataDir: join(dir, name), databases: ['adal_ledger'], durable: false, walArchive };
    const postgres = await startPostgres(options);
    running.push(postgres);
    return postgres;
  };
  const query = <T>({ urlOf }: Postgres, text: string) =>
    withClient(urlOf('adal_ledger'), async (client) => (await client.query(text)).rows as T[]);
  const ids = async (postgres: Postgres) =>
    (await query<{ id: number }>(postgres, 'select id from entry order by 1')).map(({ id }) => id);

  afterAll(async () => {
    await Promise.all(running.map((postgres) => postgres.stop()));
    rmSync(dir, { recursive: true });
  });

  it('bring back everything, or what there was at a moment, as a cluster that archives on', async () => {
    const first = await start('first');
    await query(first, 'create table entry as select 1 as id');
    await backUp(first.adminUrl, join(dir, 'backup'));
    await query(first, 'insert into entry values (2)');
    const [moment] = await query<{ now: Date }>(first, 'select clock_timestamp() as now');
    await query(first, 'insert into entry values (3)');
    await withClient(first.adminUrl, (client) => client.query('select pg_switch_wal()'));
    await first.stop();

    const from = join(dir, 'backup');
    await restoreBackup({ from, wal, to: join(dir, 'earlier'), until: moment?.now.toISOString() ?? '' });
    // An archive of its own: the next restore would follow what this one did.
    const earlier = await start('earlier', join(dir, 'trial'));
    expect(await ids(earlier)).toEqual([1, 2]);
    await earlier.stop();

    await restoreBackup({ from, wal, to: join(dir, 'whole') });
    const whole = await start('whole');
    expect(await ids(whole)).toEqual([1, 2, 3]);
    await query(whole, 'insert into entry values (4)');
    await backUp(whole.adminUrl, join(dir, 'next backup'));
    await expect(restoreBackup({ from, wal, to: join(dir, 'whole') })).rejects.toThrow('never overwrites');
  });

  it('are not made without an archive, nor over another backup', async () => {
    const [whole] = running.slice(-1);
    await expect(backUp(whole?.adminUrl ?? '', join(dir, 'backup'))).rejects.toThrow('folder of its own');
    const plain = await startPostgres({ dataDir: join(dir, 'plain'), durable: false });
    running.push(plain);
    await expect(backUp(plain.adminUrl, join(dir, 'none'))).rejects.toThrow('WAL_ARCHIVE');
    expect(existsSync(join(dir, 'none'))).toBe(false);
  });
});
