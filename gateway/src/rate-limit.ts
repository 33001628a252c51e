/** A full bucket holds this many seconds of its rate. */
const BURST_SECONDS = 10;
/** Callers remembered; beyond, those whose bucket has filled up again are forgotten. */
const BUCKETS_MAX = 50_000;

/** What is left to a caller; the figures of the RateLimit headers. */
export interface Allowance {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the bucket is full again. */
  readonly resetSeconds: number;
  /** Seconds until one more request fits. */
  readonly retrySeconds: number;
}

/** Takes one request from the caller's bucket, which refills at `perSecond`. */
export type TakeRequest = (caller: string, perSecond: number) => Allowance;

interface Bucket {
  tokens: number;
  atMs: number;
}

/** Token buckets, one per caller, in this process: with n replicas a caller gets up to n times the rate. */
export function tokenBuckets(nowMs: () => number = Date.now): TakeRequest {
  const buckets = new Map<string, Bucket>();
  return (caller, perSecond) => {
    const limit = Math.max(1, Math.floor(perSecond * BURST_SECONDS));
    const atMs = nowMs();
    const known = buckets.get(caller);
    if (!known && buckets.size >= BUCKETS_MAX) makeRoom(buckets, atMs);
    const refilled = known ? known.tokens + ((atMs - known.atMs) / 1_000) * perSecond : limit;
    const before = Math.min(limit, refilled);
    const allowed = before >= 1;
    const tokens = allowed ? before - 1 : before;
    buckets.set(caller, { tokens, atMs });
    return {
      allowed,
      limit,
      remaining: Math.floor(tokens),
      resetSeconds: Math.ceil((limit - tokens) / perSecond),
      retrySeconds: Math.max(1, Math.ceil((1 - tokens) / perSecond)),
    };
  };
}

function makeRoom(buckets: Map<string, Bucket>, nowMs: number): void {
  for (const [caller, { atMs }] of buckets) {
    if (nowMs - atMs > BURST_SECONDS * 1_000) buckets.delete(caller);
  }
  if (buckets.size >= BUCKETS_MAX) buckets.clear();
}
