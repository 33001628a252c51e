'use client';

import { ActionIcon, Button, Menu, Modal, Stack, Text, Textarea } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconClipboard,
  IconClipboardText,
  IconCopy,
  IconDots,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { put, type Json } from '@/features/promotion-definition';
import { Link } from '@/i18n/navigation';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone } from '@/ui/notify';
import { pasted } from './form';
import type { Editor } from './use-editor';

/** Steps back and forth, copies, saving. */
export function EditorActions({ editor }: { editor: Editor }) {
  const t = useTranslations('promotion');
  return (
    <>
      <Step label={t('undo')} keys="Control+Z" icon={IconArrowBackUp} go={editor.undo} />
      <Step label={t('redo')} keys="Control+Shift+Z" icon={IconArrowForwardUp} go={editor.redo} />
      <MoreMenu editor={editor} />
      <Button
        variant={editor.saved === undefined || editor.dirty ? 'filled' : 'default'}
        onClick={() => void editor.save()}
        loading={editor.busy}
        disabled={editor.saved !== undefined && !editor.dirty}
        aria-keyshortcuts="Control+S"
      >
        {t('save')}
      </Button>
    </>
  );
}

interface StepProps {
  label: string;
  keys: string;
  icon: typeof IconCopy;
  go: (() => void) | undefined;
}

function Step({ label, keys, icon: Icon, go }: StepProps) {
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={`${label} (${keys.replace('Control', 'Ctrl')})`}
      disabled={go === undefined}
      onClick={go}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

function MoreMenu({ editor }: { editor: Editor }) {
  const t = useTranslations('promotion');
  const [pasting, setPasting] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify(editor.form, null, 2));
    notifyDone(t('copied'));
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('more')}>
            <IconDots size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {editor.saved !== undefined && (
            <Menu.Item
              component={Link}
              href={`/promotions/new?copy=${editor.saved.id}`}
              prefetch={false}
              leftSection={<IconCopy size={16} aria-hidden />}
            >
              {t('duplicate')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconClipboard size={16} aria-hidden />} onClick={() => void copy()}>
            {t('copyJson')}
          </Menu.Item>
          <Menu.Item leftSection={<IconClipboardText size={16} aria-hidden />} onClick={() => setPasting(true)}>
            {t('pasteJson')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {pasting && <PasteJson editor={editor} onClose={() => setPasting(false)} />}
    </>
  );
}

function PasteJson({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useTranslations('promotion');
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  const take = (event: FormEvent) => {
    event.preventDefault();
    const found = pasted(text);
    if (found === undefined) return setRefused(true);
    const next: Json = put(editor.form, 'definition', found.definition);
    editor.change(found.limits === undefined ? next : put(next, 'limits', found.limits));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('pasteJson')} size="lg">
      <Stack gap="sm" component="form" onSubmit={take}>
        <Text fz="sm">{t('pasteHelp')}</Text>
        <Textarea
          data-autofocus
          aria-label={t('pasteJson')}
          autosize
          minRows={8}
          maxRows={20}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={refused && t('pasteRefused')}
        />
        <FormButtons action={t('paste')} busy={false} onCancel={onClose} />
      </Stack>
    </Modal>
  );
}
