'use client';

import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { toFailure } from './failure';

/** A change of the graph: resolves to its answer, or to undefined after saying what failed. Refusals are answers. */
export function useChange<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): [run: (variables: Variables) => Promise<Data | undefined>, busy: boolean] {
  const client = useClient();
  const t = useTranslations('failure');
  const [busy, setBusy] = useState(false);
  const run = async (variables: Variables) => {
    setBusy(true);
    const { data, error } = await client.mutation(document, variables).toPromise();
    setBusy(false);
    if (error === undefined && data !== undefined) return data;
    const failure = error === undefined ? undefined : toFailure(error);
    const title = failure?.kind === 'REFUSED' ? t('refused') : t(failure?.kind === 'FAULT' ? 'fault' : 'network');
    const request = failure?.requestId === undefined ? '' : ` ${t('requestId')} ${failure.requestId}`;
    notifications.show({ color: 'red', title, message: `${failure?.message ?? ''}${request}`, autoClose: false });
    return undefined;
  };
  return [run, busy];
}
