'use client';

import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { FormButtons } from './form-buttons';

interface Props {
  title: string;
  /** What will be lost or changed. */
  consequence: string;
  action: string;
  busy: boolean;
  danger?: boolean;
  /** False: a reason is welcome and may be left out. */
  needed?: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** A step that wants a reason for the audit trail before it is taken. */
export function AskReason({
  title,
  consequence,
  action,
  busy,
  danger = true,
  needed = true,
  onConfirm,
  onClose,
}: Props) {
  const t = useTranslations('common');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (needed && reason.trim() === '') return setMissing(true);
    onConfirm(reason.trim());
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text fz="sm">{consequence}</Text>
          <TextInput
            label={t('reason')}
            data-autofocus
            required={needed}
            maxLength={500}
            value={reason}
            error={missing && t('reasonNeeded')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormButtons action={action} busy={busy} onCancel={onClose} danger={danger} />
        </Stack>
      </form>
    </Modal>
  );
}
