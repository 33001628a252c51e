import { ANONYMOUS, isPermission, type Actor } from '@adal/service';
import { jwtVerify } from 'jose';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { refusal, type Refusal } from './context';
import type { PartnerKeys } from './partner-keys';

/** Who sends a request, known for as long as the token lives. */
export interface Caller {
  readonly __typename: 'Caller';
  readonly actor: Actor;
  /** Milliseconds since 1970; the token is worth nothing from then on. */
  readonly endsAtMs: number;
  /** A rate of the key's own; absent: the default. */
  readonly requestsPerMinute?: number | undefined;
}

/** Says who sends a request, by its Authorization header. Throws when members cannot be asked about a key. */
export type Authenticate = (authorization: string | undefined, mayAsk: () => boolean) => Promise<Caller | Refusal>;

const NOBODY: Caller = Object.freeze({ __typename: 'Caller', actor: ANONYMOUS, endsAtMs: Infinity });

/** Verified sessions are remembered until they end, at most this many. */
const REMEMBERED_MAX = 10_000;

const sessionClaims = z.object({
  sub: z.string().min(1),
  kind: z.literal('staff'),
  name: z.string(),
  permissions: z.array(z.string()),
  storeIds: z.array(z.string()).nullable(),
  role: z.string().optional(),
  exp: z.number(),
});

/**
 * Knows staff sessions (signed by members) and partner keys (`adal_…`). A request without a token is nobody's; a token
 * that is not good is refused, never taken for nobody's. `mayAsk` is called before work is done for a token not seen lately.
 */
export function authenticator(
  sessionKey: KeyObject,
  partnerKeys: PartnerKeys,
  nowMs: () => number = Date.now,
): Authenticate {
  const sessions = new Map<string, Caller>();

  const readSession = async (token: string): Promise<Caller | null> => {
    const caller = await verifySession(token, sessionKey, new Date(nowMs()));
    if (sessions.size >= REMEMBERED_MAX) sessions.clear();
    if (caller) sessions.set(token, caller);
    return caller;
  };

  return async (authorization, mayAsk) => {
    if (authorization === undefined) return NOBODY;
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) return unauthenticated('Send the token as "Authorization: Bearer …".');
    const isKey = token.startsWith('adal_');
    const known = isKey ? partnerKeys.recall(token) : sessions.get(token);
    if (known === undefined && !mayAsk()) return tooManyTokens();
    const caller = known === undefined ? await (isKey ? partnerKeys.find(token) : readSession(token)) : known;
    if (caller && caller.endsAtMs > nowMs()) return caller;
    return unauthenticated(isKey ? 'This key is unknown, expired or revoked.' : 'The session is over: sign in again.');
  };
}

async function verifySession(token: string, key: KeyObject, now: Date): Promise<Caller | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      issuer: 'adal-members',
      typ: 'adal-session+jwt',
      algorithms: ['EdDSA'],
      currentDate: now,
    });
    const { sub, permissions, exp, ...who } = sessionClaims.parse(payload);
    const actor: Actor = { ...who, id: sub, permissions: new Set(permissions.filter(isPermission)) };
    return { __typename: 'Caller', actor, endsAtMs: exp * 1_000 };
  } catch {
    return null;
  }
}

function unauthenticated(message: string): Refusal {
  return refusal(401, 'UNAUTHENTICATED', message, { 'www-authenticate': 'Bearer' });
}

function tooManyTokens(): Refusal {
  return refusal(429, 'RATE_LIMITED', 'Too many new tokens from this address: wait a moment.', { 'retry-after': '1' });
}
