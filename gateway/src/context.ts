import type { Actor } from '@adal/service';

/** What travels with one operation through the gateway. */
export interface GatewayContext {
  readonly actor: Actor;
  readonly correlationId: string;
  /** Headers for every subgraph: who asks, on whose behalf, as part of which trace. */
  readonly forwarded: Readonly<Record<string, string>>;
}

/** An answer that is not the one hoped for: HTTP status, stable code, one sentence. */
export interface Refusal {
  readonly __typename: 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Makes a refusal. */
export function refusal(status: number, code: string, message: string, headers: Record<string, string> = {}): Refusal {
  return { __typename: 'Refusal', status, code, message, headers };
}
