'use client';

import { sayFault } from '@adal/engine';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { isUnfinished, read } from '@/features/promotion-definition';
import {
  SavePromotionDocument,
  type PromotionFieldsFragment,
  type SavePromotionInput,
} from '@/graphql/generated/graphql';
import { useFmt } from '@/fmt';
import { useChange } from '@/graphql/use-change';
import { newId } from '@/ui/new-id';
import { notifyDone } from '@/ui/notify';
import { useSteps } from '@/features/sentence-rows';
import { startOf, toInput, toJson, type Origin, type Start } from './form';
import { at, put, type DraftFault, type Json, type Path } from '@/features/draft';

/** One promotion being written: its steps, what is wrong with it, its saving. */
export function useEditor(promotion: PromotionFieldsFragment | undefined, start: Start, origin: Origin) {
  const t = useTranslations('promotion');
  const [id] = useState(() => promotion?.id ?? newId());
  const [saved, setSaved] = useState(promotion);
  const [begun] = useState(() => toJson(start));
  const { form, dirty, undo, redo, ...steps } = useSteps(begun);
  const [asked, setAsked] = useState(0);
  const [refused, setRefused] = useState<readonly DraftFault[]>([]);
  const reading = useReading(form, refused);

  const change = (next: Json, field?: Path) => {
    setRefused([]);
    steps.change(next, field);
  };
  const adopt = (current: PromotionFieldsFragment) => {
    setSaved(current);
    setAsked(0);
    setRefused([]);
    steps.settle(toJson(startOf(current)));
    window.history.replaceState(
      null,
      '',
      window.location.pathname.replace(/\/(new|[^/]+\/edit)$/, `/${current.id}/edit`),
    );
  };
  const send = useSend(adopt, setRefused);
  /** Answers the saved promotion; undefined when something is in the way, which is said where it is. */
  const save = async (): Promise<PromotionFieldsFragment | undefined> => {
    setAsked((times) => times + 1);
    if (reading.faults.length > 0) return undefined;
    const current = await send.run(toInput(form, id, saved?.version, origin));
    if (current !== undefined) notifyDone(t('saved'));
    return current;
  };
  return {
    id,
    saved,
    form,
    change,
    dirty,
    save,
    adopt,
    busy: send.busy,
    definition: reading.definition,
    /** What may be said by now: gaps only once somebody wanted to save. */
    faults: asked > 0 ? reading.faults : reading.faults.filter((fault) => !isUnfinished(fault)),
    asked,
    input: toInput(form, id, saved?.version, origin),
    undo,
    redo,
  };
}

export type Editor = ReturnType<typeof useEditor>;

/** What the form says, and everything that is wrong with it, by its place in the form. */
function useReading(form: Json, refused: readonly DraftFault[]) {
  const t = useTranslations('promotion');
  const { locale } = useFmt();
  return useMemo(() => {
    const { definition, faults } = read(at(form, 'definition') ?? null);
    const own: DraftFault[] = faults.map((fault) => ({
      path: `definition.${fault.path}`,
      code: fault.code,
      message: fault.code === 'SHAPE' ? t('blank') : sayFault(fault, locale),
    }));
    const name = at(form, 'name');
    if (typeof name !== 'string' || name.trim() === '') {
      own.unshift({ path: 'name', code: 'BLANK', message: t('nameNeeded') });
    }
    const hasControl = definition === undefined || (definition.holdout !== null && definition.holdout.share > 0n);
    const reason = at(form, 'noControlReason');
    if (!hasControl && (typeof reason !== 'string' || reason.trim() === '')) {
      own.push({ path: 'noControlReason', code: 'BLANK', message: t('noControlNeeded') });
    }
    return { definition, faults: [...own, ...refused] };
  }, [form, refused, t, locale]);
}

/** Sends a draft; a colleague's save meanwhile is said and decided here. */
function useSend(adopt: (current: PromotionFieldsFragment) => void, refuse: (faults: readonly DraftFault[]) => void) {
  const t = useTranslations('promotion');
  const language = useLocale();
  const [savePromotion, busy] = useChange(SavePromotionDocument);
  const run = async (input: SavePromotionInput): Promise<PromotionFieldsFragment | undefined> => {
    const answer = (await savePromotion({ input, language }))?.savePromotion;
    if (answer === undefined) return undefined;
    if (answer.__typename === 'PromotionInvalid') {
      refuse(answer.problems.map(({ field, message }) => ({ path: field, code: 'OUT_OF_BOUNDS', message })));
      return undefined;
    }
    if (answer.__typename === 'PromotionChanged' && window.confirm(t('changedMeanwhile'))) {
      return run({ ...input, version: answer.promotion.version });
    }
    adopt(answer.promotion);
    return answer.__typename === 'PromotionSaved' ? answer.promotion : undefined;
  };
  return { run, busy };
}

/** The draft that rows write, of a part of the form. */
export function draftOf(editor: Editor, part: Path | undefined, disabled: boolean) {
  const prefix = part === undefined ? '' : `${part}.`;
  return {
    json: part === undefined ? editor.form : (at(editor.form, part) ?? null),
    faults: editor.faults
      .filter(({ path }) => path.startsWith(prefix))
      .map((fault) => ({ ...fault, path: fault.path.slice(prefix.length) })),
    change: (next: Json, field?: Path) =>
      editor.change(part === undefined ? next : put(editor.form, part, next), field && `${prefix}${field}`),
    disabled,
  };
}
