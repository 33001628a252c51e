import { sign } from 'node:crypto';
import { packQuote, QUOTE_TYP, type QuotePayload } from '@adal/events';
import { readPrivateKey } from '@adal/service';

/** Signs a quote: a compact JWS that the ledger checks with the public half of the key. */
export type QuoteSigner = (payload: QuotePayload) => string;

/** Takes an Ed25519 key as PKCS8 DER in base64url. */
export function quoteSigner(privateKey: string): QuoteSigner {
  const key = readPrivateKey(privateKey);
  const header = base64url({ alg: 'EdDSA', typ: QUOTE_TYP });
  return (payload) => {
    const signed = `${header}.${base64url(packQuote(payload))}`;
    // At once: a signature takes less than handing it to another thread, which Web Crypto and so jose would do.
    return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
  };
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
