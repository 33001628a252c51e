'use client';

import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { Json } from '@/features/draft';
import { PreviewSegmentDocument, type PreviewSegmentQuery } from '@/graphql/generated/graphql';
import { toFailure, type Failure } from '@/graphql/failure';

const debounceMs = 300;
const sampleSize = 20;

type Answer = PreviewSegmentQuery['previewSegment'];
type Counted = Extract<Answer, { __typename: 'SegmentPreview' }>;
export type PreviewRefusal = Extract<Answer, { __typename: 'SegmentInvalid' }>;

/** How many members a draft holds for, as far as is known by now. */
export interface Preview {
  /** Of the draft, or of the one before while it is counted anew. */
  counted: (Counted & { at: string }) | undefined;
  refusal: PreviewRefusal | undefined;
  failure: Failure | undefined;
  counting: boolean;
  recount: () => void;
}

type Known = Pick<Preview, 'counted' | 'refusal' | 'failure'>;
const nothing: Known = { counted: undefined, refusal: undefined, failure: undefined };

/** Counts a definition once nobody has typed for a moment; what was asked before is dropped. Without one nothing is asked. */
export function usePreview(definition: Json | undefined): Preview {
  const client = useClient();
  const [known, setKnown] = useState(nothing);
  const [answered, setAnswered] = useState('');
  const [turn, setTurn] = useState(0);
  const text = definition === undefined ? undefined : JSON.stringify(definition);
  const asked = text === undefined ? undefined : `${turn} ${text}`;
  useEffect(() => {
    if (text === undefined || asked === undefined) return;
    let stop = () => {};
    const wait = setTimeout(() => {
      const variables = { definition: JSON.parse(text) as unknown, sample: sampleSize };
      const source = client.query(PreviewSegmentDocument, variables, { requestPolicy: 'network-only' });
      stop = source.subscribe(({ data, error }) => {
        setAnswered(asked);
        setKnown((before) => knownAfter(before, data?.previewSegment, error && toFailure(error)));
      }).unsubscribe;
    }, debounceMs);
    return () => {
      clearTimeout(wait);
      stop();
    };
  }, [client, text, asked]);
  return { ...known, counting: asked !== undefined && asked !== answered, recount: () => setTurn((n) => n + 1) };
}

function knownAfter(before: Known, answer: Answer | undefined, failure: Failure | undefined): Known {
  if (answer === undefined) return { ...before, refusal: undefined, failure };
  if (answer.__typename === 'SegmentInvalid') return { ...nothing, refusal: answer };
  return { ...nothing, counted: { ...answer, at: new Date().toISOString() } };
}
