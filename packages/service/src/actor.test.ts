import { generateKeyPairSync } from 'node:crypto';
import { actorVerifier, readPrivateKey, readPublicKey, signActor, type Actor } from './actor';

const pair = generateKeyPairSync('ed25519');
const privateKey = readPrivateKey(pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'));
const publicKey = readPublicKey(pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'));
const till: Actor = {
  kind: 'partner',
  id: 'k1',
  name: 'Till',
  permissions: new Set(['purchase.quote']),
  storeIds: ['S001'],
};

it('reads back the actor the gateway signed', async () => {
  expect(await actorVerifier(publicKey)(await signActor(till, privateKey))).toEqual(till);
});

it('knows nobody without a token, with a forged one, or with an expired one', async () => {
  const verify = actorVerifier(publicKey);
  const forged = await signActor(till, generateKeyPairSync('ed25519').privateKey);
  const expired = await signActor(till, privateKey, new Date(Date.now() - 5 * 60_000));
  const token = await signActor(till, privateKey);
  expect(await verify(undefined)).toBeNull();
  expect(await verify(forged)).toBeNull();
  expect(await verify(expired)).toBeNull();
  expect(await verify(`${token.slice(0, -4)}AAAA`)).toBeNull();
});

it('drops a permission nobody has heard of', async () => {
  const odd = { ...till, permissions: new Set(['purchase.quote', 'root'] as never[]) };
  expect([...((await actorVerifier(publicKey)(await signActor(odd, privateKey)))?.permissions ?? [])]).toEqual([
    'purchase.quote',
  ]);
});
