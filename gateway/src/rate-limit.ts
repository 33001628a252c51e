/** A full bucket holds this many seconds of its rate: the window of the policy. */
export const WINDOW_SECONDS = 10;
/** Buckets kept; beyond, the one that was used longest ago is forgotten, and would be full again or nearly so. */
const BUCKETS_MAX = 50_000;

/** What is left to a caller under one policy. */
export interface Allowance {
  readonly allowed: boolean;
  /** Requests that fit into the window. */
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the bucket is full again. */
  readonly resetSeconds: number;
  /** Seconds until one more request fits. */
  readonly retrySeconds: number;
}

/** Token buckets, one per caller and policy, each refilling at its own rate. A refused request costs nothing: nobody is locked out. */
export interface TokenBuckets {
  /** Takes one request when one is left. */
  take(bucket: string, perSecond: number): Allowance;
  /** What taking would answer, without taking. */
  look(bucket: string, perSecond: number): Allowance;
  readonly size: number;
}

interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

/** Makes them, in this process alone: replicas divide a caller's rate among themselves (ADR 17). */
export function tokenBuckets(nowMs: () => number = Date.now): TokenBuckets {
  const buckets = new Map<string, Bucket>();
  const ask = (bucket: string, perSecond: number, cost: 0 | 1): Allowance => {
    const limit = Math.max(1, Math.floor(perSecond * WINDOW_SECONDS));
    const atMs = nowMs();
    const known = buckets.get(bucket);
    const refilled = known ? known.tokens + ((atMs - known.atMs) / 1_000) * perSecond : limit;
    const before = Math.min(limit, refilled);
    const allowed = before >= 1;
    const tokens = allowed ? before - cost : before;
    if (cost === 1) {
      // Written anew at the end of the map, which thus stands in order of last use.
      buckets.delete(bucket);
      const [oldest] = buckets.size >= BUCKETS_MAX ? buckets.keys() : [];
      if (oldest !== undefined) buckets.delete(oldest);
      buckets.set(bucket, { tokens, atMs });
    }
    return {
      allowed,
      limit,
      remaining: Math.floor(tokens),
      resetSeconds: Math.ceil((limit - tokens) / perSecond),
      retrySeconds: Math.max(1, Math.ceil((1 - tokens) / perSecond)),
    };
  };
  return {
    take: (bucket, perSecond) => ask(bucket, perSecond, 1),
    look: (bucket, perSecond) => ask(bucket, perSecond, 0),
    get size() {
      return buckets.size;
    },
  };
}
