import type { CombinedError } from '@urql/core';

/** Why data did not come, in the terms a screen needs. */
export interface Failure {
  /** NETWORK: nobody answered. REFUSED: not allowed or not signed in. FAULT: the service failed. */
  kind: 'NETWORK' | 'REFUSED' | 'FAULT';
  code: string | undefined;
  message: string;
  /** What to quote when asking for help: it is in the logs of every service. */
  requestId: string | undefined;
}

/** Carries a request's id from the browser through every service; answered in the same header. */
export const requestIdHeader = 'x-correlation-id';

export function toFailure(error: CombinedError, requestId?: string): Failure {
  const first = error.graphQLErrors[0];
  const code = typeof first?.extensions.code === 'string' ? first.extensions.code : undefined;
  return {
    kind: kindOf(error, code),
    code,
    message: first?.message ?? error.networkError?.message ?? error.message,
    requestId: requestId ?? headerOf(error.response),
  };
}

export function isSignedOut(error: CombinedError): boolean {
  return error.graphQLErrors.some((fault) => fault.extensions.code === 'UNAUTHENTICATED');
}

function kindOf(error: CombinedError, code: string | undefined): Failure['kind'] {
  if (error.networkError !== undefined && error.graphQLErrors.length === 0) return 'NETWORK';
  return code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' ? 'REFUSED' : 'FAULT';
}

function headerOf(response: unknown): string | undefined {
  return response instanceof Response ? (response.headers.get(requestIdHeader) ?? undefined) : undefined;
}
