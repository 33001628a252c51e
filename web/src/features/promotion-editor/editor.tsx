'use client';

import { describe } from '@adal/engine';
import { Button, Grid, List, Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ApprovalActions, StatusActions } from '@/features/promotion';
import { read } from '@/features/promotion-definition';
import { Preview } from '@/features/promotion-preview';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { EditorActions } from './editor-actions';
import { PromotionFaults } from './fault-summary';
import type { Origin, Start } from './form';
import { MoreSections } from './more-sections';

import { useEditor, type Editor as Handle } from './use-editor';
import { WhatSections } from './what-sections';
import { at } from '@/features/draft';
import { useWithNames } from '@/features/sentence-rows';

const SimulationPanel = dynamic(async () => (await import('@/features/simulation')).SimulationPanel, { ssr: false });

interface Props {
  /** The promotion to edit; absent for a new one. */
  promotion?: PromotionFieldsFragment | undefined;
  /** What the form begins with. */
  start: Start;
  origin: Origin;
}

/** A promotion as sentences, beside a receipt that shows what they do. */
export function Editor({ promotion, start, origin }: Props) {
  const t = useTranslations('promotion');
  const mayWrite = useMay('promotions.write');
  const editor = useEditor(promotion, start, origin);
  const { saved } = editor;
  useHotkeys(
    [
      ['mod+S', () => mayWrite && void editor.save()],
      ['mod+Z', () => editor.undo?.()],
      ['mod+shift+Z', () => editor.redo?.()],
    ],
    [],
  );
  const crumbs = [{ label: t('promotions'), href: '/promotions' }];
  if (saved !== undefined) crumbs.push({ label: saved.name, href: `/promotions/${saved.id}` });
  return (
    <Page
      title={saved === undefined ? t('new') : t('editOf', { name: saved.name })}
      crumbs={crumbs}
      aside={saved !== undefined && <StatusBadge kind="promotionStatus" status={saved.status} />}
      actions={
        mayWrite && (
          <>
            <EditorActions editor={editor} />
            {saved !== undefined && !editor.dirty && <ApprovalActions promotion={saved} onChanged={editor.adopt} />}
            {saved !== undefined && (
              <StatusActions promotion={saved} disabled={editor.dirty} onChanged={editor.adopt} />
            )}
          </>
        )
      }
    >
      <Grid gap="sm">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="sm">
            <PromotionFaults editor={editor} />
            <WhatSections editor={editor} disabled={!mayWrite} />
            <MoreSections editor={editor} disabled={!mayWrite} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="sm">
            <InWords editor={editor} />
            <Preview promotion={editor.input} isWhole={editor.definition !== undefined} />
            <WhatIf editor={editor} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** What the draft would have cost on receipts of the past; loaded when it is asked for. */
function WhatIf({ editor }: { editor: Handle }) {
  const t = useTranslations('promotion');
  const [opened, setOpened] = useState(false);
  const { name, definition } = editor.input;
  if (editor.definition === undefined) return null;
  if (opened) {
    return (
      <Panel title={t('whatIf')}>
        <SimulationPanel draft={{ promotionId: editor.id, name, definition }} />
      </Panel>
    );
  }
  return (
    <Button variant="default" onClick={() => setOpened(true)}>
      {t('whatIf')}
    </Button>
  );
}

/** The whole promotion as sentences, as the list, the till and the approver read it. */
function InWords({ editor }: { editor: Handle }) {
  const t = useTranslations('promotion');
  const { locale } = useFmt();
  const withNames = useWithNames('definition');
  const { definition } = read(withNames(at(editor.form, 'definition') ?? null));
  if (definition === undefined) return null;
  return (
    <Panel title={t('inWords')}>
      <List fz="sm" spacing={2}>
        {describe(definition, locale).map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Panel>
  );
}
