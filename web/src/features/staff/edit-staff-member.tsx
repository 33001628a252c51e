'use client';

import { Modal, Stack, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useViewer } from '@/features/viewer';
import { UpdateStaffMemberDocument, type StaffFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';
import { RoleFields, type Roles } from './role-fields';

interface Props {
  person: StaffFieldsFragment;
  roles: Roles;
  onClose: () => void;
  onSaved: () => void;
}

export function EditStaffMember({ person, roles, onClose, onSaved }: Props) {
  const t = useTranslations('staff');
  const refusalText = useRefusalText();
  const viewer = useViewer();
  const [update, busy] = useChange(UpdateStaffMemberDocument);
  const [values, setValues] = useState({ role: person.role, storeIds: person.storeIds ?? [], active: person.active });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { role, active, storeIds } = values;
    const input = { id: person.id, role, active, ...(role === 'STORE_MANAGER' ? { storeIds } : {}) };
    const answer = (await update({ input }))?.updateStaffMember;
    if (answer === undefined) return;
    if (answer.__typename === 'StaffMemberInvalid') return notifyRefused(refusalText(answer));
    notifyDone(t('saved'));
    onSaved();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={person.name}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <RoleFields roles={roles} {...values} onChange={(patch) => setValues({ ...values, ...patch })} />
          <Switch
            label={t('maySignIn')}
            description={t('maySignInHelp')}
            checked={values.active}
            // Nobody locks themselves out.
            disabled={person.id === viewer.id}
            onChange={(event) => setValues({ ...values, active: event.currentTarget.checked })}
          />
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
