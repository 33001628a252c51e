import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureKeys } from './keys';

const dir = mkdtempSync(join(tmpdir(), 'adal-keys-'));
const file = join(dir, 'keys.json');
afterAll(() => rmSync(dir, { recursive: true }));

it('makes the keys once, for this user only', () => {
  expect(ensureKeys(file)).toEqual(ensureKeys(file));
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('makes pairs that sign and verify', () => {
  const { privateKey, publicKey } = ensureKeys(file).quote;
  const signature = sign(
    null,
    Buffer.from('quote'),
    createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' }),
  );
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' });
  expect(verify(null, Buffer.from('quote'), key, signature)).toBe(true);
});
