import { randomUUID } from 'node:crypto';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { cookies } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { redirect } from '@/i18n/navigation';
import { accessCookie } from '@/session/session';
import { isSignedOut, requestIdHeader, toFailure } from './failure';
import { gatewayClient } from './gateway';
import type { Loaded } from './loaded';

/** Asks the gateway while a page renders, as the person who asked for the page. Who is signed out goes to sign-in. */
export async function load<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Loaded<Data, Variables>> {
  const requestId = randomUUID();
  const token = (await cookies()).get(accessCookie)?.value;
  const client = gatewayClient({
    [requestIdHeader]: requestId,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  });
  const { data, error } = await client.query(document, variables).toPromise();
  if (error !== undefined && isSignedOut(error)) {
    redirect({ href: '/sign-in?ended=1', locale: await getLocale() });
  }
  return { variables, data, failure: error === undefined ? undefined : toFailure(error, requestId) };
}
