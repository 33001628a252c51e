import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticate, Caller } from './authenticate';
import { refusal, type GatewayContext, type Refusal } from './context';
import { correlationIdOf, type ForwardActor, type RequestOrigin } from './forward-actor';
import { WINDOW_SECONDS, type Allowance, type TokenBuckets } from './rate-limit';

/** What a request is counted under: a till's work must not wait for the reports of the same key. */
export type Policy = 'till' | 'default';

/** A request that may be answered. */
export interface Admitted {
  readonly __typename: 'Admitted';
  readonly caller: Caller;
  readonly origin: RequestOrigin;
  /** Counts the request, once it is known what it asks for, and tells the caller what is left; a refusal when nothing is. */
  count(policy: Policy): Refusal | null;
  /** Asks again who this is; null once the token is over. */
  renew(): Promise<Caller | null>;
}

/** What admission needs. */
export interface AdmissionOptions {
  readonly authenticate: Authenticate;
  readonly buckets: TokenBuckets;
  /** Requests a second, in this process. */
  readonly rates: Readonly<Record<'partner' | 'staff' | 'anonymous', number>>;
  /** Gateways among which a key's own rate is divided. */
  readonly replicas: number;
  addressOf(request: IncomingMessage): string;
}

/** Decides, by a request's headers alone, who sends it and whether it is worth reading. */
export type Admit = (request: IncomingMessage, response: ServerResponse) => Promise<Admitted | Refusal>;

/** Sets x-correlation-id at once, and the RateLimit headers when the request is counted. */
export function admission({ authenticate, buckets, rates, replicas, addressOf }: AdmissionOptions): Admit {
  return async (request, response) => {
    const correlationId = correlationIdOf(request.headers['x-correlation-id']);
    response.setHeader('x-correlation-id', correlationId);
    const clientAddress = addressOf(request);
    const { authorization, traceparent } = request.headers;
    const mayAsk = (): boolean => buckets.take(`address:${clientAddress}:token`, rates.anonymous).allowed;
    const caller = await authenticate(authorization, mayAsk).catch(membersUnavailable);
    if (caller.__typename === 'Refusal') return caller;
    const { kind, id } = caller.actor;
    const isKnown = kind === 'partner' || kind === 'staff';
    const perSecond = caller.requestsPerMinute
      ? caller.requestsPerMinute / 60 / replicas
      : rates[isKnown ? kind : 'anonymous'];
    const bucketOf = (policy: Policy): string =>
      isKnown ? `${kind}:${id}:${policy}` : `address:${clientAddress}:${policy}`;
    // Nothing is left under any policy: the body need not be read to say so.
    const left = buckets.look(bucketOf('default'), perSecond);
    if (!left.allowed && !buckets.look(bucketOf('till'), perSecond).allowed) {
      const refused = told(response, 'default', left);
      if (refused) return refused;
    }
    return {
      __typename: 'Admitted',
      caller,
      origin: { correlationId, traceparent: typeof traceparent === 'string' ? traceparent : undefined, clientAddress },
      count: (policy) => told(response, policy, buckets.take(bucketOf(policy), perSecond)),
      renew: async () => {
        const again = await authenticate(authorization, () => true).catch(() => caller);
        return again.__typename === 'Caller' ? again : null;
      },
    };
  };
}
/** Writes the headers of the IETF's draft "RateLimit header fields for HTTP"; a refusal when nothing is left. */
function told(response: ServerResponse, policy: Policy, allowance: Allowance): Refusal | null {
  const { allowed, limit, remaining, resetSeconds, retrySeconds } = allowance;
  response.setHeader('ratelimit-policy', `"${policy}";q=${limit};w=${WINDOW_SECONDS}`);
  response.setHeader('ratelimit', `"${policy}";r=${remaining};t=${resetSeconds}`);
  if (allowed) return null;
  const message = `More than ${limit} requests in ${WINDOW_SECONDS} s: wait ${retrySeconds} s.`;
  return refusal(429, 'RATE_LIMITED', message, { 'retry-after': String(retrySeconds) });
}

function membersUnavailable(): Refusal {
  return refusal(503, 'SUBGRAPH_UNAVAILABLE', 'The service "members" is not available at the moment: try again.', {
    'retry-after': '1',
  });
}

/** The context of one operation. */
export async function contextOf(
  { origin }: Admitted,
  { actor }: Caller,
  forward: ForwardActor,
): Promise<GatewayContext> {
  return { actor, correlationId: origin.correlationId, forwarded: await forward(actor, origin) };
}
