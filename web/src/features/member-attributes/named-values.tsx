'use client';

import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { MemberAttributeFieldsFragment } from '@/graphql/generated/graphql';

const columns = ['value', 'nameRu', 'nameKk', 'nameEn'] as const;
const blank = { value: '', nameRu: '', nameKk: '', nameEn: '' };

/** Values that people choose by name: how files write each, and what it is called in three languages. */
export function NamedValues({ form }: { form: UseFormReturnType<MemberAttributeFieldsFragment> }) {
  const t = useTranslations('memberAttributes');
  const labels = { value: t('value'), nameRu: t('nameRu'), nameKk: t('nameKk'), nameEn: t('nameEn') };
  return (
    <Stack gap="xs" role="group" aria-label={t('values')}>
      <Text fz="sm" fw={500}>
        {t('values')}
      </Text>
      <Text fz="xs" c="dimmed">
        {t('valuesHelp')}
      </Text>
      {form.values.values.map((_, index) => (
        // Values have no name of their own while they are written.
        <Group key={index} gap="xs" wrap="wrap">
          {columns.map((column) => (
            <TextInput
              key={column}
              flex={1}
              miw={120}
              size="xs"
              aria-label={`${labels[column]}, ${index + 1}`}
              placeholder={labels[column]}
              {...form.getInputProps(`values.${index}.${column}`)}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeValue', { n: index + 1 })}
            onClick={() => form.removeListItem('values', index)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {form.errors['values'] !== undefined && (
        <Text fz="sm" c="red" role="alert">
          {form.errors['values']}
        </Text>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => form.insertListItem('values', blank)}
      >
        {t('addValue')}
      </Button>
    </Stack>
  );
}
