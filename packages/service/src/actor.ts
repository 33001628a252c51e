import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { isPermission, type Permission } from './permissions';

/** Who asks. `storeIds` null: all stores; a list: rows of other stores do not exist for this actor. */
export interface Actor {
  readonly kind: 'staff' | 'partner' | 'member' | 'service' | 'anonymous';
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly storeIds: readonly string[] | null;
  /** Role of a member of staff; limits that an administrator sets are by role. */
  readonly role?: string | undefined;
}

/** Nobody: a request without a token. */
export const ANONYMOUS: Actor = Object.freeze({
  kind: 'anonymous',
  id: '',
  name: 'anonymous',
  permissions: new Set<Permission>(),
  storeIds: null,
});

/** Header that carries the actor token from the gateway to a subgraph. */
export const ACTOR_HEADER = 'adal-actor';

const TYP = 'adal-actor+jwt';
const LIFETIME_SECONDS = 60;
/** Reuse of a signed token by the gateway ends this long before it expires. */
export const ACTOR_REUSE_MS = (LIFETIME_SECONDS - 20) * 1_000;

const claimsSchema = z.object({
  sub: z.string(),
  kind: z.enum(['staff', 'partner', 'member', 'service', 'anonymous']),
  name: z.string(),
  permissions: z.array(z.string()),
  storeIds: z.array(z.string()).nullable(),
  role: z.string().optional(),
});

/** Reads an Ed25519 private key given as PKCS8 DER in base64url. */
export function readPrivateKey(text: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'pkcs8' });
}

/** Reads an Ed25519 public key given as SPKI DER in base64url. */
export function readPublicKey(text: string): KeyObject {
  return createPublicKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'spki' });
}

/** Signs an actor token, valid for a minute. */
export async function signActor(actor: Actor, key: KeyObject, now = new Date()): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1_000);
  return new SignJWT({
    kind: actor.kind,
    name: actor.name,
    permissions: [...actor.permissions],
    storeIds: actor.storeIds,
    role: actor.role,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: TYP })
    .setSubject(actor.id)
    .setIssuer('adal-gateway')
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + LIFETIME_SECONDS)
    .sign(key);
}

/** Verified tokens are remembered until they expire, at most this many. */
const REMEMBERED_MAX = 2_000;

/** Makes a verifier of actor tokens. It answers null for a token that is missing, forged or expired. */
export function actorVerifier(key: KeyObject): (token: string | undefined) => Promise<Actor | null> {
  const remembered = new Map<string, { actor: Actor; until: number }>();
  return async (token) => {
    if (!token) return null;
    const known = remembered.get(token);
    if (known && known.until > Date.now()) return known.actor;
    try {
      const { payload } = await jwtVerify(token, key, { issuer: 'adal-gateway', typ: TYP, algorithms: ['EdDSA'] });
      const claims = claimsSchema.parse(payload);
      const actor: Actor = {
        kind: claims.kind,
        id: claims.sub,
        name: claims.name,
        permissions: new Set(claims.permissions.filter(isPermission)),
        storeIds: claims.storeIds,
        role: claims.role,
      };
      if (remembered.size >= REMEMBERED_MAX) remembered.clear();
      remembered.set(token, { actor, until: (payload.exp ?? 0) * 1_000 });
      return actor;
    } catch {
      return null;
    }
  };
}
