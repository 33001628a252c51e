import { createHash, verify, type KeyObject } from 'node:crypto';
import { QUOTE_TYP, signedQuoteSchema, type QuotePayload } from '@adal/events';

/** A quote whose signature is ours. Whether it has expired is for the books to say: a replay may come later. */
export interface VerifiedQuote {
  readonly payload: QuotePayload;
  /** Of the signed text: the same quote has the same hash. */
  readonly hash: Buffer;
}

const TOKEN_LENGTH_MAX = 1_000_000;

/** Checks a signed quote (compact JWS, EdDSA); null when it is not ours, was changed, or is something else that we sign. */
export function verifyQuote(token: string, key: KeyObject): VerifiedQuote | null {
  if (token.length > TOKEN_LENGTH_MAX) return null;
  const [header, payload, signature, ...more] = token.split('.');
  if (!header || !payload || !signature || more.length > 0) return null;
  const { alg, typ } = readJson(header) ?? {};
  if (alg !== 'EdDSA' || typ !== QUOTE_TYP) return null;
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify(null, signed, key, Buffer.from(signature, 'base64url'))) return null;
  const parsed = signedQuoteSchema.safeParse(readJson(payload));
  return parsed.success ? { payload: parsed.data, hash: createHash('sha256').update(signed).digest() } : null;
}

function readJson(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
