'use client';

import { useTranslations } from 'next-intl';
import { put } from '@/features/draft';
import { FormActions } from '@/features/sentence-rows';
import { pasted } from './form';
import type { Editor } from './use-editor';

/** Steps back and forth, copies, saving. */
export function EditorActions({ editor }: { editor: Editor }) {
  const t = useTranslations('promotion');
  const { saved } = editor;
  const paste = (text: string): boolean => {
    const found = pasted(text);
    if (found === undefined) return false;
    const next = put(editor.form, 'definition', found.definition);
    editor.change(found.limits === undefined ? next : put(next, 'limits', found.limits));
    return true;
  };
  return (
    <FormActions
      undo={editor.undo}
      redo={editor.redo}
      duplicate={saved === undefined ? undefined : `/promotions/new?copy=${saved.id}`}
      json={editor.form}
      paste={paste}
      pasteHelp={t('pasteHelp')}
      save={() => void editor.save()}
      busy={editor.busy}
      isNew={saved === undefined}
      dirty={editor.dirty}
    />
  );
}
