import { NextResponse, type NextRequest } from 'next/server';
import { z } from 'zod';
import { requestIdHeader } from '@/graphql/failure';
import { gatewayClient } from '@/graphql/gateway';
import { SignInDocument, SignOutDocument } from '@/graphql/generated/graphql';
import { forgetTokens, forwardedFor, storeTokens } from '@/session/request-session';
import { refreshCookie } from '@/session/session';
import { isTrustedRequest } from '@/session/trusted-request';

const credentials = z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(1024) });

/** Signs in: 204 with the session in cookies, or a refusal `{ code, message }`. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  if (!isTrustedRequest(request.headers)) return refuse(403, 'FORBIDDEN', 'Sign in from the page itself.');
  const body = credentials.safeParse(await request.json().catch(() => undefined));
  if (!body.success) return refuse(400, 'BAD_USER_INPUT', 'E-mail and password are needed.');
  const requestId = crypto.randomUUID();
  const client = gatewayClient({ [requestIdHeader]: requestId, ...forwardedFor(request) });
  const { data, error } = await client.mutation(SignInDocument, body.data).toPromise();
  if (data === undefined) return refuse(502, 'UNAVAILABLE', error?.message ?? 'The gateway did not answer.', requestId);
  if (data.signIn.__typename !== 'SignedIn') return refuse(401, data.signIn.code, data.signIn.message, requestId);
  return storeTokens(new NextResponse(null, { status: 204 }), data.signIn);
}

/** Signs out: the session ends at the gateway and the cookies go, whatever the gateway says. */
export async function DELETE(request: NextRequest): Promise<NextResponse> {
  if (!isTrustedRequest(request.headers)) return refuse(403, 'FORBIDDEN', 'Sign out from the page itself.');
  const refreshToken = request.cookies.get(refreshCookie)?.value;
  if (refreshToken !== undefined) await gatewayClient().mutation(SignOutDocument, { refreshToken }).toPromise();
  return forgetTokens(new NextResponse(null, { status: 204 }));
}

function refuse(status: number, code: string, message: string, requestId?: string): NextResponse {
  return NextResponse.json({ code, message, requestId }, { status });
}
