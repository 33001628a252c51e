'use client';

import { Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SaveMemberListDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useRouter } from '@/i18n/navigation';
import { FormButtons } from '@/ui/form-buttons';
import { newId } from '@/ui/new-id';
import { notifyDone } from '@/ui/notify';

interface Props {
  /** Absent: a new list. */
  known?: { id: string; name: string };
  onClose: () => void;
  onSaved?: () => void;
}

/** Names a list; a new one is opened then, to be filled. */
export function NameList({ known, onClose, onSaved }: Props) {
  const t = useTranslations('memberLists');
  const router = useRouter();
  const [id] = useState(() => known?.id ?? newId());
  const [save, busy] = useChange(SaveMemberListDocument);
  const form = useForm({ initialValues: { name: known?.name ?? '' } });
  const submit = form.onSubmit(async ({ name }) => {
    const answer = (await save({ input: { id, name } }))?.saveMemberList;
    if (answer === undefined) return;
    if (answer.__typename !== 'MemberListSaved') return form.setFieldError('name', t('nameInvalid'));
    notifyDone(t('saved'));
    onSaved?.();
    onClose();
    if (known === undefined) router.push(`/member-lists/${id}`);
  });
  return (
    <Modal opened onClose={onClose} title={known === undefined ? t('create') : t('rename')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput label={t('name')} required data-autofocus {...form.getInputProps('name')} />
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} disabled={!form.isDirty()} />
        </Stack>
      </form>
    </Modal>
  );
}
