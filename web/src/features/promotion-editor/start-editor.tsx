'use client';

import { gallery, textIn, type ParameterKind, type ParameterValue, type Template } from '@adal/engine';
import { useLocale, useTranslations } from 'next-intl';
import { toDraft } from '@/features/promotion-definition';
import { Editor } from './editor';
import type { EditorPageProps } from './editor-page';
import { blankStart, startOf } from './form';
import { isList, isObject, put, type Json } from '@/features/draft';

/** The form filled with the promotion, a copy, a template, or nothing. */
export function StartEditor({ promotion, copyOf, templateKey, segmentId }: EditorPageProps) {
  const t = useTranslations('promotion');
  const locale = useLocale();
  if (promotion !== undefined) return <Editor promotion={promotion} start={startOf(promotion)} origin={{}} />;
  if (copyOf !== undefined) {
    const start = { ...startOf(copyOf), name: t('copyOf', { name: copyOf.name }) };
    return <Editor start={start} origin={{ parentId: copyOf.id, templateKey: copyOf.templateKey ?? undefined }} />;
  }
  if (segmentId !== undefined) {
    const definition = put(blankStart.definition, 'condition', { kind: 'SEGMENT', in: [segmentId] });
    return <Editor start={{ ...blankStart, definition }} origin={{}} />;
  }
  const template = gallery.find(({ key }) => key === templateKey);
  if (template === undefined) return <Editor start={blankStart} origin={{}} />;
  const start = {
    ...blankStart,
    name: textIn(template.name, locale),
    definition: toDraft(withoutBlanks(template.build(unnamed(template)) as Json)),
  };
  return <Editor start={start} origin={{ templateKey: template.key }} />;
}

const lists: readonly ParameterKind[] = ['SKUS', 'CATEGORIES', 'BRANDS', 'CITIES', 'STORES'];
const names: readonly ParameterKind[] = ['POOL', 'SET', 'SEGMENT', 'LIST'];

/** What a template names is of its own small shop: here it is left for the chain to fill in. */
function unnamed({ parameters }: Template): Record<string, ParameterValue> {
  const blank = (kind: ParameterKind): ParameterValue | undefined =>
    lists.includes(kind) ? [] : names.includes(kind) ? '' : undefined;
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([key, { kind }]) => {
      const value = blank(kind);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function withoutBlanks(json: Json): Json {
  if (isList(json)) return json.filter((item) => item !== '').map(withoutBlanks);
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, withoutBlanks(value)]));
}
