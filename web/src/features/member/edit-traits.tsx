'use client';

import { ActionIcon, Button, Group, Modal, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  MemberAttributesDocument,
  UpdateMemberDocument,
  type MemberAttributesQuery,
  type MemberProfileFieldsFragment,
} from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useGraph } from '@/graphql/use-graph';
import { FormButtons } from '@/ui/form-buttons';
import { newId } from '@/ui/new-id';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useRefusalText } from '@/ui/use-refusal-text';
import { AttributeField } from './attribute-field';

interface Props {
  member: MemberProfileFieldsFragment;
  onClose: () => void;
  onChanged: () => void;
}

interface Values {
  children: { birthDate: string; gender: string; name: string }[];
  /** By key; blank takes one away. */
  attributes: Record<string, string>;
}

type Form = UseFormReturnType<Values>;

/** Children and attributes: what promotions may ask for beyond the profile. */
export function EditTraits({ member, onClose, onChanged }: Props) {
  const t = useTranslations('member');
  const refusalText = useRefusalText();
  const [changeId] = useState(newId);
  const [update, busy] = useChange(UpdateMemberDocument);
  const before = traitsOf(member);
  const form = useForm<Values>({
    initialValues: before,
    validate: { children: { birthDate: (day) => (day ? null : t('birthDateNeeded')) } },
  });
  const submit = form.onSubmit(async ({ children, attributes }) => {
    const input = {
      ...{ id: member.id, changeId },
      children: children.map((child) => ({ ...child, gender: child.gender || null, name: child.name || null })),
      // What was not touched stays, even if it is no value of its type.
      attributes: Object.entries(attributes)
        .filter(([key, value]) => value !== (before.attributes[key] ?? ''))
        .map(([key, value]) => ({ key, value })),
    };
    const answer = (await update({ input }))?.updateMember;
    if (answer === undefined) return;
    if (answer.__typename !== 'MemberUpdated') {
      const key = 'field' in answer ? /^attributes\.(.+)$/.exec(answer.field)?.[1] : undefined;
      return key === undefined
        ? notifyRefused(refusalText(answer))
        : form.setFieldError(`attributes.${key}`, t('attributeInvalid'));
    }
    notifyDone(t('saved'));
    onChanged();
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('traits')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Children form={form} />
          <AttributeFields form={form} />
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} disabled={!form.isDirty()} />
        </Stack>
      </form>
    </Modal>
  );
}

function traitsOf({ children, attributes }: MemberProfileFieldsFragment): Values {
  return {
    children: children.map(({ birthDate, gender, name }) => ({ birthDate, gender: gender ?? '', name: name ?? '' })),
    attributes: Object.fromEntries(attributes.map(({ key, value }) => [key, value])),
  };
}

function Children({ form }: { form: Form }) {
  const t = useTranslations('member');
  const gender = useEnumLabel('gender');
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('children')}
      </Title>
      {form.values.children.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t('noChildren')}
        </Text>
      )}
      {form.values.children.map((_, index) => (
        <Group key={index} align="end" gap="xs">
          <DateInput
            label={t('birthDate')}
            required
            valueFormat="DD.MM.YYYY"
            w={140}
            {...form.getInputProps(`children.${index}.birthDate`)}
          />
          <Select
            label={t('gender')}
            w={150}
            allowDeselect={false}
            data={[
              { value: '', label: gender('UNKNOWN') },
              ...['FEMALE', 'MALE'].map((value) => ({ value, label: gender(value) })),
            ]}
            {...form.getInputProps(`children.${index}.gender`)}
          />
          <TextInput label={t('childName')} flex="1 1 120px" {...form.getInputProps(`children.${index}.name`)} />
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={t('removeChild')}
            onClick={() => form.removeListItem('children', index)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => form.insertListItem('children', { birthDate: '', gender: '', name: '' })}
      >
        {t('addChild')}
      </Button>
    </Stack>
  );
}

type Declared = MemberAttributesQuery['memberAttributes'][number];

function AttributeFields({ form }: { form: Form }) {
  const t = useTranslations('member');
  const label = useEnumLabel('attribute');
  const { data } = useGraph(MemberAttributesDocument, { language: useLocale() });
  const declared = (data?.memberAttributes ?? []).filter(
    ({ key, retired }) => !retired || form.values.attributes[key] !== undefined,
  );
  const known = new Set(declared.map(({ key }) => key));
  const free = Object.keys(form.values.attributes).filter((key) => !known.has(key));
  const fields: Declared[] = [
    ...declared,
    ...free.map((key) => ({ key, type: 'TEXT' as const, name: label(key), retired: false, values: [] })),
  ];
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('attributes')}
      </Title>
      {fields.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t('noAttributes')}
        </Text>
      )}
      {fields.map((field) => (
        <AttributeField
          key={field.key}
          declared={field}
          value={form.values.attributes[field.key] ?? ''}
          error={form.errors[`attributes.${field.key}`]}
          onChange={(value) => form.setFieldValue('attributes', { ...form.values.attributes, [field.key]: value })}
        />
      ))}
    </Stack>
  );
}
