'use client';

import type { Statement } from '@adal/events/statement';
import { useState } from 'react';
import { useClient } from 'urql';
import { toFailure, type Failure } from '@/graphql/failure';
import { StatementAnchorDocument } from '@/graphql/generated/graphql';

/** What the file says, and the first thing that is wrong with it; `fault` is undefined when all is right. */
export interface CheckedStatement {
  statement?: Statement['sealed'] & { entries: number };
  fault?: { kind: FaultKind; entry: string; block: string };
  /** False when this ledger has no key to check the signature with. */
  signed: boolean;
}

type FaultKind = Awaited<ReturnType<CheckModule['statementFaults']>>[number]['kind'] | 'CHAIN_REWRITTEN';
type CheckModule = typeof import('@adal/events/statement');

/**
 * Checks a statement in this browser: its proofs, our signature, and that our chain still has the root that it had when the statement
 * was given. Only the root is asked for; the file is not sent.
 */
export function useStatementCheck() {
  const client = useClient();
  const [checked, setChecked] = useState<CheckedStatement>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const check = async (file: File) => {
    setBusy(true);
    setFailure(undefined);
    setChecked(undefined);
    const { statementFaults, statementSchema } = await import('@adal/events/statement');
    const document = parsed(await file.text());
    const read = statementSchema.safeParse(document);
    const height = read.data?.sealed.head.height ?? 0;
    const { data, error } = await client.query(StatementAnchorDocument, { height }, fresh).toPromise();
    if (data === undefined) {
      setFailure(error && toFailure(error));
    } else {
      const [fault] = await statementFaults(document, data.statementKey);
      const isKept = read.data === undefined || height === 0 || data.chainBlock?.root === read.data.sealed.head.root;
      const found =
        fault ?? (isKept ? undefined : { kind: 'CHAIN_REWRITTEN' as const, entry: undefined, block: height });
      setChecked({
        signed: data.statementKey !== null,
        ...(read.data && { statement: { ...read.data.sealed, entries: read.data.entries.length } }),
        ...(found && { fault: { kind: found.kind, entry: found.entry ?? '', block: String(found.block ?? '') } }),
      });
    }
    setBusy(false);
  };
  return { check, checked, failure, busy };
}

const fresh = { requestPolicy: 'network-only' } as const;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
