import { createHash, randomBytes, type KeyObject } from 'node:crypto';
import { ROLES, readPrivateKey } from '@adal/service';
import { SignJWT } from 'jose';
import type { EntityManager } from 'typeorm';
import type { MembersContext } from '../../context';
import type { StaffMember } from '../staff';
import { idleUntil } from './sign-in.rules';

const ACCESS_MINUTES = 10;

/** New tokens of a session. */
export interface SignedIn {
  readonly __typename: 'SignedIn';
  readonly accessToken: string;
  readonly accessExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
  readonly staffMember: StaffMember;
}

/** Makes an access token and a refresh token, and keeps the session alive. */
export async function issueTokens(
  ctx: MembersContext,
  tx: EntityManager,
  sessionId: string,
  staffMember: StaffMember,
): Promise<SignedIn> {
  const { now } = ctx;
  const refreshToken = randomBytes(32).toString('base64url');
  const refreshExpiresAt = idleUntil(now);
  const accessExpiresAt = new Date((Math.floor(now.getTime() / 1_000) + ACCESS_MINUTES * 60) * 1_000);
  await tx.query('update session set expires_at = $2 where id = $1', [sessionId, refreshExpiresAt]);
  await tx.query('insert into refresh_token (hash, session_id, created_at) values ($1, $2, $3)', [
    hashToken(refreshToken),
    sessionId,
    now,
  ]);
  const accessToken = await signAccess(
    signingKey(ctx.config.SESSION_PRIVATE_KEY),
    staffMember,
    sessionId,
    now,
    accessExpiresAt,
  );
  return { __typename: 'SignedIn', accessToken, accessExpiresAt, refreshToken, refreshExpiresAt, staffMember };
}

/** SHA-256 of a refresh token: a stolen database opens no session. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

function signAccess(
  key: KeyObject,
  staff: StaffMember,
  sessionId: string,
  now: Date,
  expiresAt: Date,
): Promise<string> {
  return new SignJWT({
    kind: 'staff',
    name: staff.name,
    permissions: [...ROLES[staff.role]],
    storeIds: staff.storeIds,
    role: staff.role,
    sid: sessionId,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'adal-session+jwt' })
    .setIssuer('adal-members')
    .setSubject(staff.id)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(key);
}

let parsed: { text: string; key: KeyObject } | undefined;

/** The signing key, parsed once. */
function signingKey(text: string): KeyObject {
  if (parsed?.text !== text) parsed = { text, key: readPrivateKey(text) };
  return parsed.key;
}
