import { NextResponse, type NextRequest } from 'next/server';
import { config } from '@/config';
import { requestIdHeader } from '@/graphql/failure';
import { forgetTokens, forwardedFor, sessionOf, storeTokens } from './request-session';
import { isTrustedRequest } from './trusted-request';

/** Sends a GraphQL request of our own pages on to the gateway in the name of who is signed in, and the answer back. */
export async function forwardToGateway(request: NextRequest, path: '/graphql' | '/graphql/stream') {
  const requestId = crypto.randomUUID();
  if (!isTrustedRequest(request.headers)) return refuse(403, 'FORBIDDEN', 'Only our own pages may ask.', requestId);
  const session = await sessionOf(request).catch(() => undefined);
  if (session === undefined) return refuse(502, 'UNAVAILABLE', 'The gateway did not answer.', requestId);
  if (!session.signedIn) return forgetTokens(refuse(401, 'UNAUTHENTICATED', 'Sign in first.', requestId));
  const answer = await fetch(`${config().gatewayUrl}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: request.headers.get('accept') ?? 'application/json',
      authorization: `Bearer ${session.accessToken}`,
      [requestIdHeader]: requestId,
      ...forwardedFor(request),
    },
    body: await request.arrayBuffer(),
    cache: 'no-store',
    signal: request.signal,
  }).catch(() => undefined);
  if (answer === undefined) return refuse(502, 'UNAVAILABLE', 'The gateway did not answer.', requestId);
  const response = new NextResponse(answer.body, { status: answer.status, headers: answerHeaders(answer, requestId) });
  return session.renewed === undefined ? response : storeTokens(response, session.renewed);
}

function answerHeaders(answer: Response, requestId: string): Record<string, string> {
  return {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
    // A reverse proxy that buffers or compresses would hold live events back.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    [requestIdHeader]: requestId,
  };
}

function refuse(status: number, code: string, message: string, requestId: string): NextResponse {
  const body = { errors: [{ message, extensions: { code } }] };
  return NextResponse.json(body, { status, headers: { [requestIdHeader]: requestId } });
}
