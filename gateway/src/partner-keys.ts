import { isPermission, type Actor, type Logger } from '@adal/service';
import { createHash } from 'node:crypto';
import type { Caller } from './authenticate';

/** What members know of a key. */
export interface PartnerIdentity {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string | null;
}

/** Partner keys as the gateway knows them. Undefined: not asked about lately; null: members said no. */
export interface PartnerKeys {
  recall(secret: string): Caller | null | undefined;
  /** Asks members. When they cannot answer, a key that was good lately stays good for a while; otherwise throws. */
  find(secret: string): Promise<Caller | null>;
}

const GOOD_MS = 30_000;
const BAD_MS = 5_000;
/** Tills go on selling this long with keys that were good before members went down. */
const GRACE_MS = 10 * 60_000;
const REMEMBERED_MAX = 20_000;
const SECRET = /^adal_[\w-]{16,128}$/;

interface Remembered {
  readonly caller: Caller | null;
  readonly atMs: number;
}

/** Partner keys by their hash, remembered for half a minute, so that a revoked key ends within that time. */
export function partnerKeys(
  ask: (hash: string) => Promise<PartnerIdentity | null>,
  log: Logger,
  nowMs: () => number = Date.now,
): PartnerKeys {
  const remembered = new Map<string, Remembered>();
  const asking = new Map<string, Promise<Caller | null>>();

  const refresh = async (hash: string): Promise<Caller | null> => {
    const before = remembered.get(hash)?.caller;
    try {
      const identity = await ask(hash);
      const caller = identity && callerOf(identity);
      if (remembered.size >= REMEMBERED_MAX) remembered.clear();
      remembered.set(hash, { caller, atMs: nowMs() });
      return caller;
    } catch (error) {
      const atMs = remembered.get(hash)?.atMs ?? 0;
      if (!before || nowMs() - atMs > GRACE_MS) throw error;
      log.warn(
        { err: error, partner: before.actor.name },
        'Members cannot be asked; a key that was good lately is taken',
      );
      return before;
    }
  };

  return {
    recall: (secret) => {
      if (!SECRET.test(secret)) return null;
      const known = remembered.get(hashOf(secret));
      if (!known || nowMs() - known.atMs > (known.caller ? GOOD_MS : BAD_MS)) return undefined;
      return known.caller;
    },
    find: (secret) => {
      const hash = hashOf(secret);
      const running = asking.get(hash) ?? refresh(hash).finally(() => asking.delete(hash));
      asking.set(hash, running);
      return running;
    },
  };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function callerOf({ id, name, scopes, expiresAt }: PartnerIdentity): Caller {
  const actor: Actor = { kind: 'partner', id, name, permissions: new Set(scopes.filter(isPermission)), storeIds: null };
  return { __typename: 'Caller', actor, endsAtMs: expiresAt === null ? Infinity : Date.parse(expiresAt) };
}
