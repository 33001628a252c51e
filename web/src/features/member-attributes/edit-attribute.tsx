'use client';

import { Modal, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import {
  DeclareMemberAttributeDocument,
  type MemberAttributeFieldsFragment,
  type MemberAttributeType,
} from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone } from '@/ui/notify';
import { useEnumLabel } from '@/ui/use-enum-label';
import { NamedValues } from './named-values';

interface Props {
  /** Absent: a new one. */
  known: MemberAttributeFieldsFragment | undefined;
  onClose: () => void;
  onSaved: () => void;
}

const types: readonly MemberAttributeType[] = ['TEXT', 'NUMBER', 'DATE', 'FLAG'];
const names = ['nameRu', 'nameKk', 'nameEn'] as const;
const blank: MemberAttributeFieldsFragment = {
  key: '',
  type: 'TEXT',
  nameRu: '',
  nameKk: '',
  nameEn: '',
  retired: false,
  values: [],
};

const faults: Record<string, 'keyInvalid' | 'valuesInvalid'> = { key: 'keyInvalid', values: 'valuesInvalid' };

/** An attribute of members: its column and type stay for good, its names may change. */
export function EditAttribute({ known, onClose, onSaved }: Props) {
  const t = useTranslations('memberAttributes');
  const typeName = useEnumLabel('memberAttributeType');
  const [declare, busy] = useChange(DeclareMemberAttributeDocument);
  const form = useForm({ initialValues: known ?? blank });
  const submit = form.onSubmit(async ({ key, type, nameRu, nameKk, nameEn, retired, values }) => {
    const named = values.map((one) => ({
      value: one.value,
      nameRu: one.nameRu,
      nameKk: one.nameKk,
      nameEn: one.nameEn,
    }));
    const input = { key, type, nameRu, nameKk, nameEn, retired, values: type === 'TEXT' ? named : [] };
    const answer = (await declare({ input }))?.declareMemberAttribute;
    if (answer === undefined) return;
    if (answer.__typename === 'MemberAttributeInvalid') {
      return form.setFieldError(answer.field, t(faults[answer.field] ?? 'invalid'));
    }
    notifyDone(t('saved'));
    onSaved();
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={known === undefined ? t('create') : t('edit')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              label={t('key')}
              description={t('keyHelp')}
              required
              disabled={known !== undefined}
              {...form.getInputProps('key')}
            />
            <Select
              label={t('type')}
              description={t('typeHelp')}
              allowDeselect={false}
              disabled={known !== undefined}
              data={types.map((value) => ({ value, label: typeName(value) }))}
              {...form.getInputProps('type')}
            />
            {names.map((name) => (
              <TextInput key={name} label={t(name)} required {...form.getInputProps(name)} />
            ))}
          </SimpleGrid>
          {form.values.type === 'TEXT' && <NamedValues form={form} />}
          {known !== undefined && (
            <Switch
              label={t('retire')}
              description={t('retireHelp')}
              {...form.getInputProps('retired', { type: 'checkbox' })}
            />
          )}
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} disabled={!form.isDirty()} />
        </Stack>
      </form>
    </Modal>
  );
}
