import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticate, Caller } from './authenticate';
import { refusal, type GatewayContext, type Refusal } from './context';
import { correlationIdOf, type ForwardActor, type RequestOrigin } from './forward-actor';
import type { TakeRequest } from './rate-limit';

/** A request that may be answered. */
export interface Admitted {
  readonly __typename: 'Admitted';
  readonly caller: Caller;
  readonly origin: RequestOrigin;
  /** Asks again who this is; null once the token is over. */
  renew(): Promise<Caller | null>;
}

/** What admission needs. */
export interface AdmissionOptions {
  readonly authenticate: Authenticate;
  readonly take: TakeRequest;
  readonly rates: Readonly<Record<'partner' | 'staff' | 'anonymous', number>>;
  addressOf(request: IncomingMessage): string;
}

/** Decides, by a request's headers alone, whether it is answered: who sends it, and whether not too often. */
export type Admit = (request: IncomingMessage, response: ServerResponse) => Promise<Admitted | Refusal>;

/** Sets x-correlation-id and the RateLimit headers on the way. */
export function admission({ authenticate, take, rates, addressOf }: AdmissionOptions): Admit {
  return async (request, response) => {
    const correlationId = correlationIdOf(request.headers['x-correlation-id']);
    response.setHeader('x-correlation-id', correlationId);
    const clientAddress = addressOf(request);
    const { authorization, traceparent } = request.headers;
    const mayAsk = (): boolean => take(`address:${clientAddress}`, rates.anonymous).allowed;
    const caller = await authenticate(authorization, mayAsk).catch(membersUnavailable);
    if (caller.__typename === 'Refusal') return caller;
    const { kind, id } = caller.actor;
    const allowance =
      kind === 'partner' || kind === 'staff'
        ? take(`${kind}:${id}`, rates[kind])
        : take(`address:${clientAddress}`, rates.anonymous);
    response.setHeader('ratelimit-limit', allowance.limit);
    response.setHeader('ratelimit-remaining', allowance.remaining);
    response.setHeader('ratelimit-reset', allowance.resetSeconds);
    if (!allowance.allowed) {
      const message = `More than ${allowance.limit} requests in a short time: wait ${allowance.retrySeconds} s.`;
      return refusal(429, 'RATE_LIMITED', message, { 'retry-after': String(allowance.retrySeconds) });
    }
    return {
      __typename: 'Admitted',
      caller,
      origin: { correlationId, traceparent: typeof traceparent === 'string' ? traceparent : undefined, clientAddress },
      renew: async () => {
        const again = await authenticate(authorization, () => true).catch(() => caller);
        return again.__typename === 'Caller' ? again : null;
      },
    };
  };
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
