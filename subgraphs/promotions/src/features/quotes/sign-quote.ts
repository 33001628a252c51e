import { QUOTE_TYP, type QuotePayload } from '@adal/events';
import { readPrivateKey } from '@adal/service';
import { CompactSign } from 'jose';

/** Signs a quote: a compact JWS that the ledger checks with the public half of the key. */
export type QuoteSigner = (payload: QuotePayload) => Promise<string>;

/** Takes an Ed25519 key as PKCS8 DER in base64url. */
export function quoteSigner(privateKey: string): QuoteSigner {
  const key = readPrivateKey(privateKey);
  return (payload) =>
    new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'EdDSA', typ: QUOTE_TYP })
      .sign(key);
}
