import { ACTOR_HEADER, ACTOR_REUSE_MS, signActor, type Actor } from '@adal/service';
import { randomUUID, type KeyObject } from 'node:crypto';

/** Where a request comes from; what subgraphs and their logs are told beside the actor. */
export interface RequestOrigin {
  readonly correlationId: string;
  readonly traceparent: string | undefined;
  readonly clientAddress: string;
}

/** Makes the headers that carry an actor to the subgraphs. */
export type ForwardActor = (actor: Actor, origin: RequestOrigin) => Promise<Readonly<Record<string, string>>>;

const CORRELATION_ID = /^[\w.:-]{1,64}$/;
const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;

/** Signs actor tokens, one per actor and most of a minute: the signature costs more than the rest of the request. */
export function actorForwarder(key: KeyObject, nowMs: () => number = Date.now): ForwardActor {
  const signed = new WeakMap<Actor, { token: Promise<string>; untilMs: number }>();
  const tokenOf = (actor: Actor): Promise<string> => {
    const known = signed.get(actor);
    const atMs = nowMs();
    if (known && known.untilMs > atMs) return known.token;
    const token = signActor(actor, key, new Date(atMs));
    signed.set(actor, { token, untilMs: atMs + ACTOR_REUSE_MS });
    return token;
  };
  return async (actor, { correlationId, traceparent, clientAddress }) => ({
    'content-type': 'application/json',
    [ACTOR_HEADER]: await tokenOf(actor),
    'x-correlation-id': correlationId,
    'x-client-address': clientAddress,
    traceparent: continueTrace(traceparent),
  });
}

/** The client's correlation id when it is a decent one, a new one otherwise. */
export function correlationIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && CORRELATION_ID.test(header) ? header : randomUUID();
}

/** A child of the client's trace (W3C Trace Context), or the root of a new one. */
function continueTrace(header: string | undefined): string {
  const [, trace = randomHex(), flags = '00'] = (header && TRACEPARENT.exec(header)) || [];
  return `00-${trace}-${randomHex().slice(16)}-${flags}`;
}

/** 32 hexadecimal digits. Node keeps random UUIDs in stock: ten times cheaper than random bytes. */
function randomHex(): string {
  return randomUUID().replaceAll('-', '');
}
