'use client';

import { Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { AddStaffMemberDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';
import { RoleFields, type Roles } from './role-fields';

interface Props {
  roles: Roles;
  onClose: () => void;
  onSaved: () => void;
}

const passwordMin = 12;

export function AddStaffMember({ roles, onClose, onSaved }: Props) {
  const t = useTranslations('staff');
  const refusalText = useRefusalText();
  const [add, busy] = useChange(AddStaffMemberDocument);
  const form = useForm({
    initialValues: { name: '', email: '', password: '', role: 'OPERATOR', storeIds: [] as string[] },
    validate: {
      name: (name) => (name.trim() === '' ? t('needed') : null),
      email: (email) => (email.includes('@') ? null : t('emailNeeded')),
      password: (password) => (password.length < passwordMin ? t('passwordHelp') : null),
    },
  });
  const submit = form.onSubmit(async ({ storeIds, ...values }) => {
    const input = {
      ...values,
      storeIds: values.role === 'STORE_MANAGER' && storeIds.length > 0 ? storeIds : undefined,
    };
    const answer = (await add({ input }))?.addStaffMember;
    if (answer === undefined) return;
    if (answer.__typename === 'StaffMemberInvalid') {
      if (answer.field in values) form.setFieldError(answer.field, refusalText(answer));
      else notifyRefused(refusalText(answer));
      return;
    }
    notifyDone(t('saved'));
    onSaved();
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('add')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput label={t('name')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
          <TextInput label={t('email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
          <PasswordInput
            label={t('password')}
            description={t('passwordHelp')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
            {...form.getInputProps('password')}
          />
          <RoleFields
            roles={roles}
            role={form.values.role}
            storeIds={form.values.storeIds}
            onChange={(patch) => form.setValues(patch)}
          />
          <FormButtons action={t('add')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
