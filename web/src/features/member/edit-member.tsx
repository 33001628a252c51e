'use client';

import { Modal, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { StoreSelect } from '@/features/stores';
import { UpdateMemberDocument, type MemberProfileFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { newId } from '@/ui/new-id';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  member: MemberProfileFieldsFragment;
  onClose: () => void;
  onChanged: () => void;
}

const languages = ['ru', 'kk', 'en'];
const genders = ['FEMALE', 'MALE', 'UNKNOWN'];

export function EditMember({ member, onClose, onChanged }: Props) {
  const t = useTranslations('member');
  const refusalText = useRefusalText();
  const [gender, language] = [useEnumLabel('gender'), useEnumLabel('language')];
  const [changeId] = useState(newId);
  const [update, busy] = useChange(UpdateMemberDocument);
  const form = useForm({ initialValues: formOf(member) });
  const submit = form.onSubmit(async (values) => {
    const input = { id: member.id, changeId, ...changedFields(values, formOf(member)) };
    const answer = (await update({ input }))?.updateMember;
    if (answer === undefined) return;
    if (answer.__typename === 'MemberUpdated') {
      notifyDone(t('saved'));
      onChanged();
      return onClose();
    }
    if ('field' in answer && answer.field in values) form.setFieldError(answer.field, refusalText(answer));
    else notifyRefused(refusalText(answer));
  });
  return (
    <Modal opened onClose={onClose} title={t('edit')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput label={t('firstName')} data-autofocus {...form.getInputProps('firstName')} />
            <TextInput label={t('lastName')} {...form.getInputProps('lastName')} />
            <TextInput label={t('phone')} type="tel" {...form.getInputProps('phone')} />
            <TextInput label={t('email')} type="email" {...form.getInputProps('email')} />
            <DateInput label={t('birthDate')} valueFormat="DD.MM.YYYY" {...form.getInputProps('birthDate')} />
            <Select
              label={t('gender')}
              allowDeselect={false}
              data={genders.map((value) => ({ value, label: gender(value) }))}
              {...form.getInputProps('gender')}
            />
            <TextInput label={t('city')} {...form.getInputProps('city')} />
            <StoreSelect
              label={t('homeStore')}
              value={form.values.homeStoreId || undefined}
              onChange={(id) => form.setFieldValue('homeStoreId', id ?? '')}
            />
            <Select
              label={t('language')}
              allowDeselect={false}
              data={languages.map((value) => ({ value, label: language(value) }))}
              {...form.getInputProps('language')}
            />
          </SimpleGrid>
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} disabled={!form.isDirty()} />
        </Stack>
      </form>
    </Modal>
  );
}

function formOf(member: MemberProfileFieldsFragment) {
  return {
    firstName: member.firstName ?? '',
    lastName: member.lastName ?? '',
    phone: member.phone ?? '',
    email: member.email ?? '',
    birthDate: member.birthDate ?? '',
    gender: member.gender,
    city: member.city ?? '',
    homeStoreId: member.homeStoreId ?? '',
    language: member.language,
  };
}

// Only what was changed is sent: a colleague may have changed the rest meanwhile.
function changedFields<Form extends Record<string, string | null>>(values: Form, initial: Form) {
  const changed = Object.entries(values).filter(([name, value]) => (value ?? '') !== initial[name]);
  return Object.fromEntries(changed.map(([name, value]) => [name, value ?? '']));
}
