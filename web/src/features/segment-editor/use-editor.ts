'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { at, textAt, type DraftFault, type Json, type JsonObject, type Path } from '@/features/draft';
import { faultsOf, isUnfinished } from '@/features/segment-definition';
import { useSteps } from '@/features/sentence-rows';
import { SaveSegmentDocument, type SaveSegmentInput, type SegmentFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { newId } from '@/ui/new-id';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { definitionOf, formOf, toInput } from './form';
import { usePreview } from './use-preview';

/** One segment being written: its steps, how many it holds for, what is wrong with it, its saving. */
export function useEditor(segment: SegmentFieldsFragment | undefined, start: JsonObject) {
  const t = useTranslations('segmentEditor');
  const [id] = useState(() => segment?.id ?? newId());
  const [saved, setSaved] = useState(segment);
  const [begun] = useState(start);
  const { form, dirty, undo, redo, ...steps } = useSteps(begun);
  const [asked, setAsked] = useState(0);
  const [refused, setRefused] = useState<readonly DraftFault[]>([]);
  const own = useOwnFaults(form);
  const preview = usePreview(own.definition.length === 0 ? definitionOf(form) : undefined);
  const change = (next: Json, field?: Path) => {
    setRefused([]);
    steps.change(next, field);
  };
  const adopt = (current: SegmentFieldsFragment) => {
    setSaved(current);
    setAsked(0);
    setRefused([]);
    steps.settle(formOf(current));
    const { pathname } = window.location;
    window.history.replaceState(null, '', pathname.replace(/\/(new|[^/]+\/edit)$/, `/${current.id}/edit`));
  };
  const [send, busy] = useSend(adopt, setRefused);
  const save = async (): Promise<void> => {
    setAsked((times) => times + 1);
    if (own.all.length > 0) return;
    if (await send(toInput(form, id, saved?.version ?? 0))) notifyDone(t('saved'));
  };
  const told = preview.refusal === undefined ? [] : [faultOf(preview.refusal)];
  const ownNow = asked > 0 ? own.all : own.all.filter((fault) => !isUnfinished(fault));
  return {
    saved,
    form,
    change,
    dirty,
    undo,
    redo,
    save,
    busy,
    asked,
    preview,
    /** What may be said by now: gaps only once somebody wanted to save. */
    faults: [...ownNow, ...refused, ...told.filter(({ path }) => !refused.some((fault) => fault.path === path))],
    isWhole: own.definition.length === 0,
  };
}

export type Editor = ReturnType<typeof useEditor>;

const faultOf = ({ field, message }: { field: string; message: string }): DraftFault => ({
  path: field.replace(/\.$/, ''),
  code: 'REFUSED',
  message,
});

/** What the form lacks, of the conditions and in all. */
function useOwnFaults(form: Json) {
  const t = useTranslations('segmentRows.faults');
  const nameNeeded = useTranslations('segmentEditor')('nameNeeded');
  return useMemo(() => {
    const found = faultsOf(at(form, 'definition'), 'definition');
    const definition: DraftFault[] = found.map(({ path, code }) => ({ path, code, message: t(code) }));
    const isNamed = textAt(form, 'name').trim() !== '';
    return {
      definition,
      all: isNamed ? definition : [{ path: 'name', code: 'BLANK', message: nameNeeded }, ...definition],
    };
  }, [form, t, nameNeeded]);
}

/** Sends a draft; a colleague's save meanwhile is said and decided here. */
function useSend(adopt: (current: SegmentFieldsFragment) => void, refuse: (faults: readonly DraftFault[]) => void) {
  const t = useTranslations('segmentEditor');
  const [saveSegment, busy] = useChange(SaveSegmentDocument);
  const send = async (input: SaveSegmentInput): Promise<boolean> => {
    const answer = (await saveSegment({ input }))?.saveSegment;
    if (answer === undefined) return false;
    if (answer.__typename === 'SegmentInvalid') {
      refuse([faultOf(answer)]);
      return false;
    }
    if (answer.__typename === 'SegmentUnknown') {
      notifyRefused(answer.message);
      return false;
    }
    if (answer.__typename === 'SegmentChanged' && window.confirm(t('changedMeanwhile'))) {
      return send({ ...input, version: answer.segment.version });
    }
    adopt(answer.segment);
    return answer.__typename === 'SegmentSaved';
  };
  return [send, busy] as const;
}
