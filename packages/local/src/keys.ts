import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface KeyPair {
  /** Ed25519, PKCS8 DER, base64url. */
  privateKey: string;
  /** Ed25519, SPKI DER, base64url. */
  publicKey: string;
}

/** Who signs what: the gateway the actor, members the session, promotions the quote, the ledger statements. */
export type Keys = Record<'actor' | 'session' | 'quote' | 'ledger', KeyPair>;

/** The installation's keys, made the first time and readable by this user only. */
export function ensureKeys(file: string): Keys {
  const had = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Keys>) : {};
  const keys: Keys = {
    actor: makeKeyPair(),
    session: makeKeyPair(),
    quote: makeKeyPair(),
    ledger: makeKeyPair(),
    ...had,
  };
  if (Object.keys(had).length === Object.keys(keys).length) return keys;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return keys;
}

function makeKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  return { privateKey: privateKey.toString('base64url'), publicKey: publicKey.toString('base64url') };
}
