'use client';

import { Group, Select, SimpleGrid, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEnumLabel } from '@/ui/use-enum-label';
import type { FormHandle } from './form-handle';

/** For whom the promotion is. */
export function AudienceFields({ form }: { form: FormHandle }) {
  const t = useTranslations('promotion');
  const gender = useEnumLabel('gender');
  const whole = (name: 'ageFrom' | 'ageTo' | 'birthdayWithinDays') => (
    <TextInput label={t(name)} inputMode="numeric" {...form.getInputProps(name)} />
  );
  return (
    <>
      <Group>
        <Switch
          label={t('membersOnly')}
          description={t('membersOnlyHelp')}
          {...form.getInputProps('membersOnly', { type: 'checkbox' })}
        />
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('gender')}
          clearable
          data={['FEMALE', 'MALE'].map((value) => ({ value, label: gender(value) }))}
          value={form.values.gender || null}
          onChange={(value) => form.setFieldValue('gender', value ?? '')}
          error={form.errors.gender}
        />
        {whole('birthdayWithinDays')}
        {whole('ageFrom')}
        {whole('ageTo')}
      </SimpleGrid>
      <TagsInput label={t('cities')} description={t('citiesHelp')} clearable {...form.getInputProps('cities')} />
    </>
  );
}

/** How the promotion stands to others, and what the receipt says. */
export function RankFields({ form }: { form: FormHandle }) {
  const t = useTranslations('promotion');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('priority')}
          description={t('priorityHelp')}
          inputMode="numeric"
          {...form.getInputProps('priority')}
        />
        <TextInput
          label={t('exclusiveGroup')}
          description={t('exclusiveGroupHelp')}
          {...form.getInputProps('exclusiveGroup')}
        />
      </SimpleGrid>
      <Textarea label={t('receiptText')} autosize minRows={2} {...form.getInputProps('receiptText')} />
    </>
  );
}
