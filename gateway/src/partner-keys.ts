import { isPermission, type Actor, type Logger } from '@adal/service';
import { hash } from 'node:crypto';
import type { Caller } from './authenticate';

/** What members know of a key. */
export interface PartnerIdentity {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string | null;
  readonly requestsPerMinute?: number | null;
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
  /** When members last said so. */
  readonly saidAtMs: number;
  /** Not asked again before. */
  readonly freshUntilMs: number;
}

/** Partner keys by their hash, remembered for half a minute, so that a revoked key ends within that time. */
export function partnerKeys(
  ask: (keyHash: string) => Promise<PartnerIdentity | null>,
  log: Logger,
  nowMs: () => number = Date.now,
): PartnerKeys {
  const remembered = new Map<string, Remembered>();
  const asking = new Map<string, Promise<Caller | null>>();
  const remember = (keyHash: string, caller: Caller | null, saidAtMs: number, forMs: number): Caller | null => {
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(keyHash, { caller, saidAtMs, freshUntilMs: nowMs() + forMs });
    return caller;
  };

  const refresh = async (keyHash: string): Promise<Caller | null> => {
    try {
      const identity = await ask(keyHash);
      return remember(keyHash, identity && callerOf(identity), nowMs(), identity ? GOOD_MS : BAD_MS);
    } catch (error) {
      const known = remembered.get(keyHash);
      if (!known?.caller || nowMs() - known.saidAtMs > GRACE_MS) throw error;
      log.warn(
        { err: error, partner: known.caller.actor.name },
        'Members cannot be asked; a key that was good lately is taken',
      );
      return remember(keyHash, known.caller, known.saidAtMs, BAD_MS);
    }
  };

  return {
    recall: (secret) => {
      if (!SECRET.test(secret)) return null;
      const known = remembered.get(hash('sha256', secret));
      return known && known.freshUntilMs > nowMs() ? known.caller : undefined;
    },
    find: (secret) => {
      const keyHash = hash('sha256', secret);
      const running = asking.get(keyHash) ?? refresh(keyHash).finally(() => asking.delete(keyHash));
      asking.set(keyHash, running);
      return running;
    },
  };
}

function callerOf({ id, name, scopes, expiresAt, requestsPerMinute }: PartnerIdentity): Caller {
  const actor: Actor = { kind: 'partner', id, name, permissions: new Set(scopes.filter(isPermission)), storeIds: null };
  const endsAtMs = expiresAt === null ? Infinity : Date.parse(expiresAt);
  return { __typename: 'Caller', actor, endsAtMs, requestsPerMinute: requestsPerMinute ?? undefined };
}
