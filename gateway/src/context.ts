import { OVERLOADED, type Actor } from '@adal/service';

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

/** Headers of an answer that says that there is too much to do. */
export const COME_AGAIN = { 'retry-after': '1' } as const;

/** True when a subgraph, or we on its behalf, refused a request for having too many. */
export function isOverloaded(errors: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[]): boolean {
  return errors.some(({ extensions }) => extensions?.['code'] === OVERLOADED);
}
