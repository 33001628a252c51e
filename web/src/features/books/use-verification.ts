'use client';

import { useLocalStorage } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { toFailure, type Failure } from '@/graphql/failure';
import {
  VerifyChainDocument,
  VerifyLedgerDocument,
  type VerificationFieldsFragment,
} from '@/graphql/generated/graphql';

/** What to look at: everything, what was booked since a moment, or one member. */
export interface Scope {
  since?: string | undefined;
  memberId?: string | undefined;
}

/** What the last check in this browser found, and when. */
export interface Verified extends VerificationFieldsFragment {
  at: string;
  scope: Scope;
}

const blocksAtOnce = 200;

/** The check of the books. All of them are checked stretch by stretch, so that it can be watched and stopped. */
export function useVerification() {
  const client = useClient();
  const [last, setLast] = useLocalStorage<Verified>({ key: 'adal.books.verified' });
  const [progress, setProgress] = useState<number>();
  const [failure, setFailure] = useState<Failure>();
  const wanted = useRef(false);
  const ask = async (scope: Scope): Promise<VerificationFieldsFragment | undefined> => {
    const whole = scope.since === undefined && scope.memberId === undefined;
    const { data, error } = await client.query(VerifyLedgerDocument, { ...scope, chain: !whole }, fresh).toPromise();
    if (error !== undefined) throw error;
    let found = data?.verifyLedger;
    for (let height = 1; whole && found?.ok && wanted.current;) {
      const variables = { fromHeight: height, blocks: blocksAtOnce };
      const answer = await client.query(VerifyChainDocument, variables, fresh).toPromise();
      if (answer.error !== undefined) throw answer.error;
      const stretch = answer.data?.verifyChain;
      if (stretch === undefined) break;
      found = { ...found, ok: stretch.ok, fault: stretch.fault, chained: found.chained + stretch.items };
      setProgress(stretch.height === 0 ? 1 : stretch.upto / stretch.height);
      if (stretch.upto >= stretch.height) break;
      height = stretch.upto + 1;
    }
    return found;
  };
  const run = async (scope: Scope) => {
    wanted.current = true;
    setFailure(undefined);
    setProgress(0);
    try {
      const found = await ask(scope);
      if (wanted.current && found !== undefined) setLast({ ...found, at: new Date().toISOString(), scope });
    } catch (error) {
      setFailure(toFailure(error as Parameters<typeof toFailure>[0]));
    }
    setProgress(undefined);
  };
  const stop = () => {
    wanted.current = false;
  };
  return { last, progress, failure, run, stop };
}

const fresh = { requestPolicy: 'network-only' } as const;
