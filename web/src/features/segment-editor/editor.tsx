'use client';

import { Fieldset, Grid, Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { at, put, type JsonObject } from '@/features/draft';
import { blankDefinition } from '@/features/segment-definition';
import { segmentLanguage, SegmentWords } from '@/features/segment-rows';
import { ConditionTree, DraftProvider, FaultSummary, FormActions } from '@/features/sentence-rows';
import { useMay } from '@/features/viewer';
import type { SegmentFieldsFragment } from '@/graphql/generated/graphql';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { AboutFields } from './about-fields';
import type { EditorPageProps } from './editor-page';
import { definitionOf, formOf, pasted, startingWith } from './form';
import { PreviewPanel } from './preview-panel';
import { useEditor, type Editor } from './use-editor';

/** The form filled with the segment, a copy, or nothing. */
export function StartEditor({ segment, copyOf, definition }: EditorPageProps) {
  const t = useTranslations('segmentEditor');
  if (segment !== undefined) return <SegmentForm segment={segment} start={formOf(segment)} />;
  if (copyOf === undefined) return <SegmentForm start={startingWith(definition)} />;
  return <SegmentForm start={{ ...formOf(copyOf), name: t('copyOf', { name: copyOf.name }) }} />;
}

/** A segment as sentences, beside the members whom they hold for. */
function SegmentForm({ segment, start }: { segment?: SegmentFieldsFragment; start: JsonObject }) {
  const t = useTranslations('segmentEditor');
  const title = useTranslations('segments')('title');
  const mayWrite = useMay('segments.write');
  const editor = useEditor(segment, start);
  const { saved, form } = editor;
  useHotkeys(
    [
      ['mod+S', () => mayWrite && void editor.save()],
      ['mod+Z', () => editor.undo?.()],
      ['mod+shift+Z', () => editor.redo?.()],
    ],
    [],
  );
  const crumbs = [{ label: title, href: '/segments' }];
  if (saved !== undefined) crumbs.push({ label: saved.name, href: `/segments/${saved.id}` });
  return (
    <Page
      title={saved === undefined ? t('new') : t('editOf', { name: saved.name })}
      crumbs={crumbs}
      actions={mayWrite && <Actions editor={editor} />}
    >
      <Grid gap="sm">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="sm">
            <FaultSummary faults={editor.faults} asked={editor.asked} />
            <DraftProvider draft={{ json: form, faults: editor.faults, change: editor.change, disabled: !mayWrite }}>
              <Fieldset legend={t('who')}>
                <ConditionTree language={segmentLanguage} top="definition" blank={blankDefinition} />
              </Fieldset>
              <Fieldset legend={t('about')}>
                <AboutFields />
              </Fieldset>
            </DraftProvider>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="sm">
            <PreviewPanel preview={editor.preview} isWhole={editor.isWhole} />
            <Panel title={t('inWords')}>
              <SegmentWords definition={at(form, 'definition') ?? null} />
            </Panel>
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Actions({ editor }: { editor: Editor }) {
  const t = useTranslations('segmentEditor');
  const { saved, form } = editor;
  const paste = (text: string): boolean => {
    const definition = pasted(text);
    if (definition !== undefined) editor.change(put(form, 'definition', definition));
    return definition !== undefined;
  };
  return (
    <FormActions
      undo={editor.undo}
      redo={editor.redo}
      duplicate={saved && `/segments/new?copy=${saved.id}`}
      json={definitionOf(form)}
      paste={paste}
      pasteHelp={t('pasteHelp')}
      save={() => void editor.save()}
      busy={editor.busy}
      isNew={saved === undefined}
      dirty={editor.dirty}
    />
  );
}
