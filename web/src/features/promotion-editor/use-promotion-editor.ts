'use client';

import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFmt } from '@/fmt';
import {
  SavePromotionDocument,
  type PromotionFieldsFragment,
  type SavePromotionMutation,
} from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { newId } from '@/ui/new-id';
import { notifyDone } from '@/ui/notify';
import { useUnsavedGuard } from '@/ui/use-unsaved-guard';
import { blankPromotion, type PromotionForm } from './blank-promotion';
import { fieldOf, isCap, toForm, toInput, usesFields } from './promotion-form';

type Invalid = Extract<SavePromotionMutation['savePromotion'], { __typename: 'PromotionInvalid' }>;

/** The form of one promotion and its saving; a colleague's save meanwhile is said and decided here. */
export function usePromotionEditor(promotion?: PromotionFieldsFragment, copyOf?: PromotionFieldsFragment) {
  const t = useTranslations('promotion');
  const { timeZone } = useFmt();
  const [id] = useState(() => promotion?.id ?? newId());
  const [saved, setSaved] = useState(promotion);
  const [problems, setProblems] = useState<string[]>([]);
  const [savePromotion, busy] = useChange(SavePromotionDocument);
  const form = useForm<PromotionForm>({
    initialValues: initialForm(promotion ?? copyOf, timeZone),
    validate: {
      name: (name) => (name.trim() === '' ? t('nameNeeded') : null),
      ...Object.fromEntries(usesFields.map((field) => [field, (cap: string) => (isCap(cap) ? null : t('capNeeded'))])),
    },
  });
  useUnsavedGuard(form.isDirty());
  const adopt = (current: PromotionFieldsFragment) => {
    const values = toForm(current, timeZone);
    setSaved(current);
    setProblems([]);
    form.setValues(values);
    form.resetDirty(values);
    window.history.replaceState(null, '', window.location.pathname.replace(/\/new$/, `/${current.id}`));
  };
  const explain = (answer: Invalid) => {
    for (const { field, message } of answer.problems) {
      const name = fieldOf(field);
      if (name !== undefined) form.setFieldError(name, message);
    }
    setProblems(answer.problems.map(({ message }) => message));
  };
  const send = async (version: number | undefined) => {
    const answer = (await savePromotion({ input: toInput(form.values, id, version, timeZone) }))?.savePromotion;
    if (answer === undefined) return;
    if (answer.__typename === 'PromotionInvalid') return explain(answer);
    if (answer.__typename === 'PromotionSaved') {
      notifyDone(t('saved'));
      return adopt(answer.promotion);
    }
    if (window.confirm(t('changedMeanwhile'))) await send(answer.promotion.version);
    else adopt(answer.promotion);
  };
  const save = async () => {
    const { hasErrors, errors } = form.validate();
    setProblems(Object.values(errors).map(String));
    if (!hasErrors) await send(saved?.version);
  };
  return { form, id, saved, save, busy, problems, adopt };
}

function initialForm(promotion: PromotionFieldsFragment | undefined, timeZone: string): PromotionForm {
  return promotion === undefined ? blankPromotion : toForm(promotion, timeZone);
}
