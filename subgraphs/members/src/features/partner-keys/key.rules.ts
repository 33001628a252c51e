import { createHash, randomBytes } from 'node:crypto';
import { isPermission } from '@adal/service';

const NAME_LENGTH_MAX = 100;
/** Staff manage people and keys, and answer for points given by hand: a stolen key must not be able to make more of itself. */
const STAFF_ONLY = ['staff.manage', 'keys.manage', 'points.adjust', 'points.approve', 'points.limits'];

/** A new key `adal_<prefix>_<secret>`; the secret has 256 bits, so a plain hash of it keeps it safe. */
export function newKey(): string {
  return `adal_${randomBytes(4).toString('hex')}_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256 of the whole key, in hex: what is stored and what the gateway asks with. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** The part of a key that may be shown; null for what is not a key. */
export function keyPrefix(key: string): string | null {
  return /^adal_([0-9A-Za-z]{4,16})_[\w-]{20,}$/.exec(key)?.[1] ?? null;
}

/** A key to be. */
export interface NewKey {
  readonly name: string;
  readonly scopes: string[];
  readonly expiresAt: Date | null;
  /** Null: the gateway's default. */
  readonly requestsPerMinute: number | null;
}

const REQUESTS_PER_MINUTE_MAX = 6_000_000;
const PLAIN_TEXT = /^[^\p{Cc}\p{Cs}]*$/u;

/** True when a key was made from the same. */
export function isSameKey(key: NewKey, given: NewKey): boolean {
  const text = ({ name, scopes, expiresAt, requestsPerMinute }: NewKey): string =>
    JSON.stringify([name, scopes, expiresAt, requestsPerMinute]);
  return text(key) === text(given);
}

/** What is wrong with a key to be; null when all is well. */
export function keyFault(given: NewKey, now: Date): string | null {
  const { name, scopes, expiresAt, requestsPerMinute } = given;
  if (requestsPerMinute !== null && (requestsPerMinute < 1 || requestsPerMinute > REQUESTS_PER_MINUTE_MAX))
    return `requestsPerMinute must be 1 to ${REQUESTS_PER_MINUTE_MAX}.`;
  if (name.trim() === '' || name.length > NAME_LENGTH_MAX || !PLAIN_TEXT.test(name))
    return `name must have 1 to ${NAME_LENGTH_MAX} characters.`;
  if (scopes.length === 0) return 'Give at least one scope.';
  const unknown = scopes.find((scope) => !isPermission(scope));
  if (unknown !== undefined) return `"${unknown.slice(0, 64)}" is not a permission.`;
  const staffOnly = scopes.find((scope) => STAFF_ONLY.includes(scope));
  if (staffOnly !== undefined) return `${staffOnly} is for staff alone.`;
  return expiresAt && expiresAt <= now ? 'expiresAt must lie in the future.' : null;
}
