import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { repoRoot } from '@adal/local';
import { runningStack } from './stack';
import { freshEmail, openTill } from './till';

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'adal-export-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the operator's tool against the stack; answers what it printed and how it ended. */
function adal(...words: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, ADAL_DATA: runningStack().dataDir, ADAL_GATEWAY_URL: runningStack().urls.graphql };
  const main = join(repoRoot(), 'packages/cli/dist/main.js');
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], { env }, (error, out, faults) =>
      resolve({ code: error ? 1 : 0, said: `${out}${faults}` }),
    );
  });
}

async function exported(kind: string, name: string): Promise<string> {
  const file = join(folder, name);
  const { code, said } = await adal('export', kind, '--out', file);
  expect(said).toContain(`rows of ${kind}`);
  expect(code).toBe(0);
  const content = readFileSync(file);
  return (name.endsWith('.gz') ? gunzipSync(content) : content).toString();
}

test('a catalogue that went out comes back and goes out the same, with attributes nobody declared', async () => {
  const own = join(folder, 'own.csv');
  writeFileSync(
    own,
    [
      'sku,name,category_path,brand,cost,price,min_price,vat_rate,season,status,attr:heel',
      'EX-1,"Boot ""Ice"", left",A > B,Ice,10.50,1200.00,900.00,12.00,Winter,discontinued,9',
      'EX-2,Sole,,,,,,,,active,',
      '',
    ].join('\n'),
  );
  expect((await adal('import', 'products', own)).said).toContain('landed 2 ');
  const first = await exported('products', 'products.csv');
  expect(first).toContain('attr:heel');
  expect(first).toMatch(
    /^EX-1,"Boot ""Ice"", left",A > B,Ice,,10\.50,1200\.00,900\.00,false,12\.00,,Winter,discontinued,/m,
  );
  const { said } = await adal('import', 'products', join(folder, 'products.csv'));
  expect(said).toMatch(/landed 0 .* rejected 0/);
  expect(await exported('products', 'again.csv.gz')).toBe(first);
});

test('a sale of a till and who bought come back as what they are', async () => {
  const till = openTill(runningStack());
  const memberId = await till.enrol(freshEmail());
  const quote = await till.quote(memberId);
  const purchaseId = randomUUID();
  await till.confirm({ purchaseId, quote: quote.token });
  expect(await exported('receipts', 'sale.csv')).toContain(`${purchaseId},1,sale,`);
  expect(await exported('members', 'buyer.csv')).toContain(memberId);
});

// Returns that were linked to their sale come back as changed; codes of pools that are not IMPORTED are none of a file's.
const refused: Record<string, string> = { receipts: 'RECEIPT_CHANGED', coupons: 'POOL_UNKNOWN' };
for (const kind of ['stores', 'members', 'cards', 'receipts', 'coupons']) {
  test(`${kind} come back and go out the same`, async () => {
    const first = await exported(kind, `${kind}.csv`);
    const { code, said } = await adal('import', kind, join(folder, `${kind}.csv`));
    expect(said).toContain('landed 0 ');
    expect(said.replace(`rejected ${refused[kind]}`, '')).not.toMatch(/rejected [A-Z]/);
    expect(code).toBe(0);
    expect(await exported(kind, `${kind}-again.csv`)).toBe(first);
  });
}

test('balances go out as the import reads them; segments and messages by member', async () => {
  const balances = await exported('balances', 'balances.csv');
  expect(balances).toMatch(/^member_id,points,activates_at,expires_at,legal_entity\n.+/);
  expect((await adal('import', 'balances', join(folder, 'balances.csv'), '--dry-run')).said).toContain('rejected 0');
  expect(await exported('segments', 'segments.csv')).toMatch(/^segment_id,segment,kind,member_id\n.+/);
  expect(await exported('messages', 'messages.csv')).toMatch(/^message_id,member_id,channel,recipient,/);
});

test('a key that may not see everything gets no file', async () => {
  const key = runningStack().demo.partnerKey ?? '';
  const file = join(folder, 'refused.csv');
  const { code, said } = await adal('--key', key, 'export', 'products', '--out', file);
  expect(code).toBe(1);
  expect(said).toContain('needs the permission catalogue.read');
  expect(() => readFileSync(file)).toThrow('ENOENT');
});
