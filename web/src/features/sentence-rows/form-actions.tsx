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
import { Link } from '@/i18n/navigation';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone } from '@/ui/notify';

interface Props {
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
  /** Where a copy of what is saved begins; absent when nothing is. */
  duplicate: string | undefined;
  /** What is copied as JSON. */
  json: unknown;
  /** Takes pasted text over; false when it is nothing of the kind. */
  paste: (text: string) => boolean;
  /** What may be pasted. */
  pasteHelp: string;
  save: () => void;
  busy: boolean;
  isNew: boolean;
  dirty: boolean;
}

/** Steps back and forth, copies, saving. */
export function FormActions({ undo, redo, save, busy, isNew, dirty, ...more }: Props) {
  const t = useTranslations('promotion');
  return (
    <>
      <Step label={t('undo')} keys="Control+Z" icon={IconArrowBackUp} go={undo} />
      <Step label={t('redo')} keys="Control+Shift+Z" icon={IconArrowForwardUp} go={redo} />
      <MoreMenu {...more} />
      <Button
        variant={isNew || dirty ? 'filled' : 'default'}
        onClick={save}
        loading={busy}
        disabled={!isNew && !dirty}
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

type MoreProps = Pick<Props, 'duplicate' | 'json' | 'paste' | 'pasteHelp'>;

function MoreMenu({ duplicate, json, ...pasting }: MoreProps) {
  const t = useTranslations('promotion');
  const [isPasting, setPasting] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify(json, null, 2));
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
          {duplicate !== undefined && (
            <Menu.Item
              component={Link}
              href={duplicate}
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
      {isPasting && <PasteJson {...pasting} onClose={() => setPasting(false)} />}
    </>
  );
}

function PasteJson({ paste, pasteHelp, onClose }: Pick<Props, 'paste' | 'pasteHelp'> & { onClose: () => void }) {
  const t = useTranslations('promotion');
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  const take = (event: FormEvent) => {
    event.preventDefault();
    if (paste(text)) onClose();
    else setRefused(true);
  };
  return (
    <Modal opened onClose={onClose} title={t('pasteJson')} size="lg">
      <Stack gap="sm" component="form" onSubmit={take}>
        <Text fz="sm">{pasteHelp}</Text>
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
